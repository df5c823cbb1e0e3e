package document

// A pdfLook is how paragraphs of a role look: the same as in Word. Sizes are in
// points, all other lengths in thousandths of one.
type pdfLook struct {
	size          int
	strong        bool
	colour        string
	lead          int // from one base line to the next
	before, after int
	shade, bar    string // behind it, and at its left
}

const (
	inkColour   = "222222"
	houseColour = "1F3F66"
	quietColour = "595959"
	linkColour  = "0B57A4"
	ruleColour  = "BAC6D3"
	ruleWidth   = 500
)

// The looks.
var (
	bodyLook  = pdfLook{size: 10, colour: inkColour, lead: 13200, after: 6000}
	quietLook = pdfLook{size: 9, colour: quietColour, lead: 11900, after: 6000}
	markLook  = pdfLook{size: 10, strong: true, colour: "5C3600", lead: 13200, before: 11000, after: 12000, shade: "FFF4DF", bar: "B26A00"}

	headingLooks = [deepest + 1]pdfLook{
		{size: 22, strong: true, colour: houseColour, lead: 28000, before: 12000, after: 16000},
		{size: 16, strong: true, colour: houseColour, lead: 20400, before: 24000, after: 8000},
		{size: 13, strong: true, colour: houseColour, lead: 16600, before: 18000, after: 6000},
		{size: 11, strong: true, colour: houseColour, lead: 14000, before: 15000, after: 6000},
		{size: 10, strong: true, colour: houseColour, lead: 12800, before: 12000, after: 4000},
	}

	itemLook = pdfLook{size: 10, colour: inkColour, lead: 13200, after: 3000}

	cellLook      = pdfLook{size: 10, colour: inkColour, lead: 13200, after: 3000}
	labelLook     = pdfLook{size: 10, strong: true, colour: houseColour, lead: 13200, after: 3000}
	headerRowLook = pdfLook{size: 10, strong: true, colour: "FFFFFF", lead: 13200, after: 3000}

	contentsLooks = [deepest + 1]pdfLook{
		1: {size: 10, strong: true, colour: inkColour, lead: 13200, before: 5000, after: 2000},
		2: {size: 10, colour: inkColour, lead: 13200, after: 2000},
		3: {size: 10, colour: inkColour, lead: 13200, after: 2000},
		4: {size: 10, colour: inkColour, lead: 13200, after: 2000},
	}

	furnitureLook = pdfLook{size: 8, colour: quietColour, lead: 10200}
	noteLook      = pdfLook{size: 9, colour: inkColour, lead: 11900, after: 4000}
	chartLook     = pdfLook{size: 9, colour: inkColour, lead: 11900}
)

// How far in lists and marks stand.
const (
	itemIndent = 22700
	labelWidth = 17000
	barIndent  = 7100
)

// pdfRoles are the looks of paragraphs with a role.
var pdfRoles = map[Style]*pdfLook{Quiet: &quietLook, Mark: &markLook}

func pdfRole(role Style, plain *pdfLook) *pdfLook {
	if look, ok := pdfRoles[role]; ok {
		return look
	}
	return plain
}

// base is how far below its top a line has its base.
func (l *pdfLook) base() int { return l.lead - l.size*290 }

package document

import "github.com/xuri/excelize/v2"

// formLooks are how its cells look; what is open is white and can be changed.
var formLooks = map[string]excelize.Style{
	"label": {Font: face("1F3F66", 10, true), Fill: filledWith("EEF3F8"), Border: lines, Alignment: atTop},
	"help":  {Font: face("595959", 9, false), Fill: filledWith("EEF3F8"), Border: lines, Alignment: atTop},
	"head":  {Font: face("FFFFFF", 10, true), Fill: filledWith("1F3F66"), Border: lines, Alignment: atTop},
	"shut":  {Font: face("595959", 10, false), Fill: filledWith("F2F2F2"), Border: lines, Alignment: atTop, NumFmt: textFormat},
	"open":  {Font: face("222222", 10, false), Border: lines, Alignment: atTop, NumFmt: textFormat, Protection: &excelize.Protection{}},
	"plain": {Font: face("222222", 10, false), Alignment: atTop},
}

// textFormat keeps what is typed as it is: no date, no number, no formula.
const textFormat = 49

var (
	atTop = &excelize.Alignment{WrapText: true, Vertical: "top"}
	lines = []excelize.Border{
		{Type: "left", Color: "BAC6D3", Style: 1}, {Type: "right", Color: "BAC6D3", Style: 1},
		{Type: "top", Color: "BAC6D3", Style: 1}, {Type: "bottom", Color: "BAC6D3", Style: 1},
	}
)

func face(colour string, size float64, bold bool) *excelize.Font {
	return &excelize.Font{Family: "Arial", Color: colour, Size: size, Bold: bold}
}

func filledWith(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func (b *formBook) styles() {
	for name, look := range formLooks {
		id, err := b.NewStyle(&look)
		b.looks[name] = id
		b.note(err)
	}
}

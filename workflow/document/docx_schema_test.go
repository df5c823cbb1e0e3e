package document

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sequences is the order in which the schema of WordprocessingML (ECMA-376,
// transitional) wants the children of an element. Word calls a file damaged
// that has another.
var sequences = map[string]string{
	"body":   "p sdt tbl sectPr",
	"tbl":    "tblPr tblGrid tr",
	"tr":     "tblPrEx trPr tc",
	"trPr":   "cantSplit tblHeader",
	"tc":     "tcPr p",
	"r":      "rPr t br tab fldChar instrText",
	"sdt":    "sdtPr sdtEndPr sdtContent",
	"pPr":    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
	"rPr":    "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern position sz szCs highlight u effect bdr shd vertAlign rtl cs lang",
	"numPr":  "ilvl numId",
	"pBdr":   "top left bottom right between bar",
	"tblPr":  "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
	"tcPr":   "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg",
	"style":  "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr tblStylePr",
	"styles": "docDefaults latentStyles style",
	"lvl":    "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
	"num":    "abstractNumId lvlOverride",
	"settings": "zoom trackRevisions defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl " +
		"updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids themeFontLang",
	"numbering":   "abstractNum num",
	"abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
	"tblBorders":  "top left bottom right insideH insideV",
	"tblCellMar":  "top left bottom right",
	"docDefaults": "rPrDefault pPrDefault",
}

// mixed are the elements whose children may come in any order, but for their
// properties, which come first.
var mixed = []string{"body", "r", "tc"}

func TestEveryPartKeepsTheOrderOfTheSchema(t *testing.T) {
	files, names := parts(t, written(t, DOCX, sample()))
	seen := map[string]bool{}
	for _, name := range names {
		for _, fault := range disorder(t, files[name], seen) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	for element := range sequences {
		if !seen[element] {
			t.Errorf("the sample has no <%s>, so nothing was looked at", element)
		}
	}
}

// disorder lists what stands where the schema does not want it, and notes the
// elements it saw.
func disorder(t *testing.T, content string, seen map[string]bool) (faults []string) {
	type element struct {
		name string
		last int // place in its sequence of the child before
	}
	open := []*element{{name: ""}}
	eachToken(t, content, func(token xml.Token) {
		switch token := token.(type) {
		case xml.StartElement:
			parent, child := open[len(open)-1], token.Name.Local
			if sequence, known := sequences[parent.name]; known && strings.HasSuffix(token.Name.Space, "/wordprocessingml/2006/main") {
				at := slices.Index(strings.Fields(sequence), child)
				switch {
				case at < 0:
					faults = append(faults, fmt.Sprintf("<%s> may not be in <%s>", child, parent.name))
				case at < parent.last && (strings.HasSuffix(child, "Pr") || !slices.Contains(mixed, parent.name)):
					faults = append(faults, fmt.Sprintf("<%s> stands too late in <%s>", child, parent.name))
				}
				parent.last = max(parent.last, at)
			}
			seen[child] = true
			open = append(open, &element{name: child})
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	})
	return faults
}

func TestDisorderIsSeen(t *testing.T) {
	const head = `<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`
	for content, want := range map[string]int{
		head + `<w:pPr><w:pStyle/><w:keepNext/></w:pPr></w:p>`: 0,
		head + `<w:pPr><w:keepNext/><w:pStyle/></w:pPr></w:p>`: 1,
		head + `<w:pPr><w:tblHeader/></w:pPr></w:p>`:           1,
		head + `<w:r><w:t/><w:br/><w:t/></w:r></w:p>`:          0,
		head + `<w:r><w:t/><w:rPr/></w:r></w:p>`:               1,
	} {
		if faults := disorder(t, content, map[string]bool{}); len(faults) != want {
			t.Errorf("%s: got %q, want %d faults", content, faults, want)
		}
	}
}

package document

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// prefixes are what the table below calls the namespaces.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":    "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                    "c",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":                 "x",
	"http://schemas.openxmlformats.org/package/2006/content-types":              "types",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "rels",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "core",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "app",
	"http://schemas.openxmlformats.org/officeDocument/2006/customXml":           "ds",
	"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties":   "custom",
	"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes":      "vt",
	"http://purl.org/dc/elements/1.1/":                                          "dc",
	"http://purl.org/dc/terms/":                                                 "dcterms",
}

// sequences is the order in which the schemas of ECMA-376 (transitional) want
// the children of an element. Word calls a file damaged that has another. A
// child without a prefix is of its parent's namespace.
var sequences = map[string]string{
	"ds:datastoreItem": "schemaRefs",
	"ds:schemaRefs":    "schemaRef",

	"w:document":     "background body",
	"w:body":         "p sdt tbl sectPr",
	"w:hdr":          "p tbl",
	"w:ftr":          "p tbl",
	"w:footnotes":    "footnote",
	"w:footnote":     "p tbl",
	"w:p":            "pPr r hyperlink fldSimple sdt bookmarkStart bookmarkEnd",
	"w:hyperlink":    "r",
	"w:fldSimple":    "r",
	"w:tbl":          "tblPr tblGrid tr",
	"w:tblGrid":      "gridCol",
	"w:tr":           "tblPrEx trPr tc sdt",
	"w:trPr":         "cantSplit tblHeader",
	"w:tc":           "tcPr p",
	"w:r":            "rPr t br tab fldChar instrText footnoteReference footnoteRef separator continuationSeparator drawing",
	"w:sdt":          "sdtPr sdtEndPr sdtContent",
	"w:sdtPr":        "rPr alias tag id lock placeholder temporary showingPlcHdr docPartObj dropDownList group",
	"w:dropDownList": "listItem",
	"w:docVars":      "docVar",
	"w:docPartObj":   "docPartGallery docPartCategory docPartUnique",
	"w:sdtContent":   "p tbl tc r",
	"w:pPr":          "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
	"w:rPr":          "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern position sz szCs highlight u effect bdr shd vertAlign rtl cs lang",
	"w:numPr":        "ilvl numId",
	"w:pBdr":         "top left bottom right between bar",
	"w:tabs":         "tab",
	"w:tblPr":        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
	"w:tcPr":         "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"w:sectPr":       "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg",
	"w:styles":       "docDefaults latentStyles style",
	"w:docDefaults":  "rPrDefault pPrDefault",
	"w:rPrDefault":   "rPr",
	"w:pPrDefault":   "pPr",
	"w:style":        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr tblStylePr",
	"w:tblStylePr":   "pPr rPr tblPr trPr tcPr",
	"w:tblBorders":   "top left bottom right insideH insideV",
	"w:tblCellMar":   "top left bottom right",
	"w:numbering":    "numPicBullet abstractNum num numIdMacAtCleanup",
	"w:abstractNum":  "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
	"w:lvl":          "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
	"w:num":          "abstractNumId lvlOverride",
	"w:lvlOverride":  "startOverride lvl",
	"w:settings": "zoom trackRevisions defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl " +
		"updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids themeFontLang",
	"w:footnotePr": "pos numFmt numStart numRestart footnote",
	"w:compat":     "compatSetting",

	"w:drawing":     "wp:inline",
	"wp:inline":     "extent effectExtent docPr cNvGraphicFramePr a:graphic",
	"a:graphic":     "graphicData",
	"a:graphicData": "c:chart",

	"c:chartSpace":   "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes",
	"c:chart":        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs",
	"c:title":        "tx layout overlay spPr txPr",
	"c:tx":           "strRef rich",
	"c:rich":         "a:bodyPr a:lstStyle a:p",
	"c:txPr":         "a:bodyPr a:lstStyle a:p",
	"c:plotArea":     "layout barChart catAx valAx dTable spPr",
	"c:barChart":     "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
	"c:ser":          "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
	"c:dLbls":        "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines",
	"c:cat":          "multiLvlStrRef numRef numLit strRef strLit",
	"c:val":          "numRef numLit",
	"c:strRef":       "f strCache",
	"c:numRef":       "f numCache",
	"c:strCache":     "ptCount pt",
	"c:numCache":     "formatCode ptCount pt",
	"c:pt":           "v",
	"c:catAx":        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
	"c:valAx":        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit minorUnit dispUnits",
	"c:scaling":      "logBase orientation max min",
	"c:legend":       "legendPos legendEntry layout overlay spPr txPr",
	"c:spPr":         "a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:ln",
	"c:externalData": "autoUpdate",

	"a:p":         "pPr r endParaRPr",
	"a:pPr":       "lnSpc spcBef spcAft defRPr",
	"a:r":         "rPr t",
	"a:rPr":       "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick",
	"a:defRPr":    "ln noFill solidFill effectLst highlight latin ea cs sym hlinkClick",
	"a:ln":        "noFill solidFill prstDash round bevel miter headEnd tailEnd",
	"a:solidFill": "srgbClr schemeClr",

	"custom:Properties": "property",
	"custom:property":   "vt:lpwstr",

	"x:workbook":  "fileVersion workbookPr bookViews sheets definedNames calcPr",
	"x:sheets":    "sheet",
	"x:worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData",
	"x:sheetData": "row",
	"x:row":       "c",
	"x:c":         "f v is",
	"x:is":        "t r",

	"types:Types":         "Default Override",
	"rels:Relationships":  "Relationship",
	"core:coreProperties": "dc:title dc:subject dc:creator dc:language dcterms:created dcterms:modified",
	"app:Properties":      "Application",
}

// mixed are the elements whose children may come in any order, but for their
// properties, which come first.
var mixed = []string{"w:body", "w:p", "w:r", "w:tc", "w:sdtContent", "types:Types"}

func TestEveryPartKeepsTheOrderOfTheSchema(t *testing.T) {
	seen := map[string]bool{}
	inOrder(t, written(t, DOCX, sample()), seen)
	inOrder(t, written(t, DOCX, sampleForm().document()), seen)
	for element := range sequences {
		if !seen[element] {
			t.Errorf("the sample has no <%s>, so nothing was looked at", element)
		}
	}
}

// inOrder looks at every part of a package, and at the packages in it.
func inOrder(t *testing.T, file []byte, seen map[string]bool) {
	t.Helper()
	files, names := parts(t, file)
	for _, name := range names {
		if strings.HasSuffix(name, ".xlsx") {
			inOrder(t, []byte(files[name]), seen)
			continue
		}
		for _, fault := range disorder(t, files[name], seen) {
			t.Errorf("%s: %s", name, fault)
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
	var open []*element
	eachToken(t, content, func(token xml.Token) {
		switch token := token.(type) {
		case xml.StartElement:
			child := prefixes[token.Name.Space] + ":" + token.Name.Local
			if len(open) > 0 {
				parent := open[len(open)-1]
				at := placeIn(parent.name, child)
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

// placeIn is where a child stands in the sequence of its parent; -1 if nowhere,
// or if the table does not know the parent.
func placeIn(parent, child string) int {
	prefix, _, _ := strings.Cut(parent, ":")
	sequence := strings.Fields(sequences[parent])
	return max(slices.Index(sequence, child), slices.Index(sequence, strings.TrimPrefix(child, prefix+":")))
}

func TestDisorderIsSeen(t *testing.T) {
	const head = `<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`
	for content, want := range map[string]int{
		head + `<w:pPr><w:pStyle/><w:keepNext/></w:pPr></w:p>`: 0,
		head + `<w:pPr><w:keepNext/><w:pStyle/></w:pPr></w:p>`: 1,
		head + `<w:pPr><w:tblHeader/></w:pPr></w:p>`:           1,
		head + `<w:r><w:t/><w:br/><w:t/></w:r></w:p>`:          0,
		head + `<w:r><w:t/><w:rPr/></w:r></w:p>`:               1,
		head + `<w:t><w:t/></w:t></w:p>`:                       2,
		head + `<w:r><t/></w:r></w:p>`:                         1,
	} {
		if faults := disorder(t, content, map[string]bool{}); len(faults) != want {
			t.Errorf("%s: got %q, want %d faults", content, faults, want)
		}
	}
}

package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// file is a PDF of these objects, the first of which is its root.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	places := make([]int, len(objects))
	for i, o := range objects {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

func stream(of, program string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", of, len(program), program)
}

// What the pages of the tests may name.
const (
	helvetica = `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>`
	greek     = `<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</Subtype/CIDFontType2/DW 500/W[1[600 600]5 9 400]>>]>>`
	named     = `<</Type/Font/Subtype/Type1/BaseFont/Y/Encoding<</Differences[1/alpha/fi 65/eacute]>>/FirstChar 0/Widths[500 500 500]>>`
	drawn     = `<</Type/Font/Subtype/Type3/BaseFont/Z/FontMatrix[0.01 0 0 0.01 0 0]/Encoding<</Differences[97/a]>>/FirstChar 97/Widths[50]/CharProcs<<>>>>`
)

const meaningsOfGreek = `/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0391> <0002> <006600660069> endbfchar
2 beginbfrange <0003> <0005> <0410> <0006> <0007> [<0042><D83DDE00>] endbfrange endcmap end end`

// pages is a PDF with such programs.
func pages(programs ...string) []byte {
	var kids strings.Builder
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", helvetica, greek, named, stream("/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 100 0]", "BT /F1 10 Tf (in a form) Tj ET"), stream("", meaningsOfGreek), drawn}
	for _, p := range programs {
		fmt.Fprintf(&kids, "%d 0 R ", len(objects)+1)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", len(objects)+2), stream("", p))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 595 842]/Kids[%s]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 8 0 R>>/XObject<</X1 6 0 R>>>>>>", len(programs), kids.String())
	return file(objects...)
}

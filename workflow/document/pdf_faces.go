package document

import (
	"bytes"
	"sync"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A pdfFace is a typeface that PDFs may embed.
type pdfFace struct {
	name string
	file []byte
	read func() (*font.Font, error) // once
}

// The faces. Liberation has the widths and the looks of Arial, in which the
// Word documents are set; DejaVu has the scripts and signs that it lacks.
var (
	liberation     = newPDFFace("LiberationSans", liberationsansregular.TTF)
	liberationBold = newPDFFace("LiberationSans-Bold", liberationsansbold.TTF)
	dejavu         = newPDFFace("DejaVuSans", dejavusans.TTF)
	dejavuBold     = newPDFFace("DejaVuSans-Bold", dejavusansbold.TTF)
)

// pdfChains are the faces of plain and of strong text, in the order in which a
// character is looked for.
var pdfChains = [2][]*pdfFace{{liberation, dejavu}, {liberationBold, dejavuBold, dejavu}}

func newPDFFace(name string, file []byte) *pdfFace {
	return &pdfFace{name, file, sync.OnceValues(func() (*font.Font, error) {
		face, err := font.ParseTTF(bytes.NewReader(file))
		if err != nil {
			return nil, err
		}
		return face.Font, nil
	})}
}

// tables are those of the face's file that a PDF embeds, as they are.
func (f *pdfFace) tables() ([]opentype.Table, error) {
	loader, err := opentype.NewLoader(bytes.NewReader(f.file))
	if err != nil {
		return nil, err
	}
	var tables []opentype.Table
	for _, name := range []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"} {
		tag := opentype.MustNewTag(name)
		content, err := loader.RawTable(tag)
		if err != nil {
			return nil, err
		}
		tables = append(tables, opentype.Table{Tag: tag, Content: content})
	}
	return tables, nil
}

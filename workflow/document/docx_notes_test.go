package document

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEveryMarkLeadsToItsFootnote(t *testing.T) {
	files, _ := parts(t, written(t, DOCX, sample()))
	var marks []string
	for _, match := range regexp.MustCompile(`<w:footnoteReference w:id="(\d+)"/>`).FindAllStringSubmatch(files["word/document.xml"], -1) {
		marks = append(marks, match[1])
	}
	notes := regexp.MustCompile(`<w:footnote w:id="(\d+)">`).FindAllStringSubmatch(files["word/footnotes.xml"], -1)
	if len(marks) == 0 || len(marks) != len(notes) {
		t.Fatalf("%d marks, %d footnotes", len(marks), len(notes))
	}
	for i, note := range notes {
		if marks[i] != note[1] {
			t.Errorf("mark %d leads to footnote %s, want %s", i+1, marks[i], note[1])
		}
	}
	for part, want := range map[string]string{
		"word/settings.xml":  `<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`,
		"word/footnotes.xml": `<w:pStyle w:val="FootnoteText"/>`,
		"word/document.xml":  `<w:rStyle w:val="FootnoteReference"/>`,
	} {
		if !strings.Contains(files[part], want) {
			t.Errorf("%s has no %s", part, want)
		}
	}
}

func TestADocumentWithoutNotesHasNoFootnotes(t *testing.T) {
	files, names := parts(t, written(t, DOCX, Document{Blocks: []Block{campaign("Malta", 1)}}))
	if slices.Contains(names, "word/footnotes.xml") {
		t.Error("there are footnotes")
	}
	for _, name := range names {
		if strings.Contains(files[name], "footnotes") || strings.Contains(files[name], "<w:footnotePr>") {
			t.Errorf("%s speaks of footnotes", name)
		}
	}
}

func TestANoteIsFoundWhereverItStands(t *testing.T) {
	text := Text{{Text: "a"}, {Text: "b", Note: "remark"}}
	for name, block := range map[string]Block{
		"a paragraph":    Paragraph{Text: text},
		"a list":         List{Items: []Text{nil, text}},
		"a fact":         Facts{{"label", text}},
		"a header":       Table{Header: []Text{nil, text}},
		"a cell":         Table{Rows: []Row{{Cells: []Cell{{}, {Blocks: []Block{Paragraph{Text: text}}}}}}},
		"a list in cell": Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{List{Items: []Text{text}}}}}}}},
	} {
		if got := docxAsides(t, written(t, DOCX, Document{Blocks: []Block{block}})); len(got) != 1 || got[0] != "remark" {
			t.Errorf("in %s: got %q", name, got)
		}
	}
}

package reading

import (
	"runtime"
	"testing"

	"ahq/forms"
)

// mostPerByte is how many bytes may be taken, one after the other, for each byte of the
// text of a document, whatever becomes of them.
const mostPerByte = 32

// A large document is not copied again and again, whether it answers a questionnaire or
// nothing in it finds a place.
func TestReadingTakesMemoryByTheSizeOfTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("the detector of races takes memory of its own; all else runs it")
	}
	read := func(raw []byte) int {
		d, err := Read("be.docx", raw)
		if err != nil {
			t.Fatal(err)
		}
		d.Best(forms.Catalogue())
		return len(d.Text)
	}
	read(belgiumAsWord(t, 1)) // what is made once and kept is there
	raw := belgiumAsWord(t, 10)
	var before, behind runtime.MemStats
	runtime.ReadMemStats(&before)
	text := read(raw)
	runtime.ReadMemStats(&behind)
	taken := int(behind.TotalAlloc-before.TotalAlloc) / text
	if taken > mostPerByte {
		t.Errorf("%d bytes were taken for each byte of text, more than %d", taken, mostPerByte)
	}
	t.Logf("%d bytes for each of %d", taken, text)
}

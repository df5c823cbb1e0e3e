package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ahq/forms/formstest"
	"ahq/forms/reading"
)

func packed(text string) string {
	var b bytes.Buffer
	z, _ := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return b.String()
}

// pageWith is a PDF of one page, whose dictionary goes on so.
func pageWith(more string, objects ...string) []byte {
	return file(append([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Page/Parent 2 0 R" + more + ">>", helvetica}, objects...)...)
}

// A PDF that cannot be read is refused with what to do, soon, and without taking the
// memory of the machine.
func TestWhatCannotBeReadIsRefusedWithWhatToDo(t *testing.T) {
	good := pages(strings.Repeat("BT /F1 12 Tf 50 700 Td (some letters) Tj ET\n", 100))
	many := make([]string, mostPages+1)
	fonts := "/Resources<</Font<</F1 4 0 R>>/XObject<</X1 5 0 R>>>>"
	for _, c := range []struct {
		says string
		raw  []byte
		want string
	}{
		{"half a file", good[:len(good)/2], "damaged"},
		{"the first line of one", []byte("%PDF-1.7\n"), "damaged"},
		{"a file with a hole in it", bytes.Replace(good, good[60:400], make([]byte, 340), 1), ""},
		{"no table of its objects", bytes.Replace(good, []byte("xref\n0"), []byte("none\n0"), 1), "damaged"},
		{"objects that are elsewhere", bytes.Replace(good, []byte("0000000"), []byte("0000009"), 5), "damaged"},
		{"a scan", pageWith("/Contents 5 0 R", stream("", "q 100 0 0 100 0 0 cm BI /W 9 /H 9 ID xxxxxxxxx EI Q")), "scan"},
		{"no page", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"), "no text"},
		{"no root", file("<</Type/Catalog>>"), "no text"},
		{"letters of which nothing says what they mean", pages("BT /F2 12 Tf 50 700 Td <00700071007200730074007500760077> Tj ET"), "cannot be told"},
		{"10,000 pages, as it says", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 10000/Kids[]>>"), "pages"},
		{"as many as it does not say", bytes.Replace(pages(many...), []byte("/Count 1001"), []byte("/Count 0001"), 1), "pages"},
		{"pages within themselves", file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]>>"), "pages"},
		{"forms within themselves", pageWith(fonts+"/Contents 5 0 R", stream("/Subtype/Form"+fonts, strings.Repeat("/X1 Do ", 1000))), ""},
		{"a stream packed a thousandfold", pageWith(fonts+"/Contents 5 0 R", stream("/Filter/FlateDecode", packed(strings.Repeat("(0) Tj ", 30<<20)))), "too much"},
		{"letters without number", pageWith(fonts+"/Contents 5 0 R", stream("/Filter/FlateDecode", packed("BT /F1 9 Tf ("+strings.Repeat("0", 60<<20)+") Tj ET"))), "too much"},
		{"brackets within brackets", pageWith(fonts+"/Contents 5 0 R", stream("/Filter/FlateDecode", packed(strings.Repeat("[<<(", 10<<20)))), ""},
		{"numbers without an operator", pageWith(fonts+"/Contents 5 0 R", stream("/Filter/FlateDecode", packed(strings.Repeat("1 ", 10<<20)))), ""},
		{"states within states", pageWith(fonts+"/Contents 5 0 R", stream("/Filter/FlateDecode", packed(strings.Repeat("q /Artifact BMC ", 2<<20)))), ""},
		{"a filter that nobody knows", pageWith(fonts+"/Contents 5 0 R", stream("/Filter/SomethingElse", "x")), "damaged"},
		{"widths said again and again", pageWith("/Resources<</Font<</F1 5 0 R>>>>/Contents 6 0 R", widthsOf(strings.Repeat("0 65534 600 ", 100_000)), stream("", "BT /F1 12 Tf <0001> Tj ET")), "cannot be told"},
		{"numbers beyond measure", pages("BT /F1 1e300 Tf 1e300 1e300 Td (far away) Tj ET"), ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := Read(c.raw)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if u, ok := errors.AsType[*reading.Unreadable](err); c.want != "" && (!ok || !strings.Contains(u.Reason, c.want)) {
				t.Errorf("%v, and nothing of %q", err, c.want)
			}
			held := int64(after.HeapSys) - int64(before.HeapSys)
			t.Logf("%v, %d MB: %v", took, held>>20, err)
			if took > time.Minute { // of some seconds at most, on any machine
				t.Errorf("it took %v", took)
			}
			if held > 300<<20 {
				t.Errorf("it took %d MB", held>>20)
			}
		})
	}
}

// A PDF that may not be printed is read; one that asks for a word is not.
func TestAPasswordIsAskedFor(t *testing.T) {
	formstest.Require(t, "qpdf")
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	if err := os.WriteFile(plain, pages("BT /F1 12 Tf 50 700 Td (some letters) Tj ET"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ user, bits, want string }{
		{"", "128", ""},
		{"secret", "128", "password"},
		{"secret", "256", "password"},
	} {
		t.Run(fmt.Sprintf("%q, %s bits", c.user, c.bits), func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "locked.pdf")
			args := []string{"--allow-weak-crypto", "--encrypt", c.user, "owner", c.bits}
			if c.bits == "128" {
				args = append(args, "--use-aes=y")
			}
			formstest.Run(t, "qpdf", append(args, "--", plain, out)...)
			raw, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Read(raw)
			if c.want == "" {
				if err != nil || d.Text != "some letters\n" {
					t.Errorf("%q, %v", d.Text, err)
				}
			} else if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, and nothing of %q", err, c.want)
			}
		})
	}
}

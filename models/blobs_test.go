package models_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"ahq/models"
)

// the hash of "abc", from FIPS 180-2
const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

func TestAFileIsKeptUnderItsHash(t *testing.T) {
	blobs := models.Blobs{Dir: filepath.Join(t.TempDir(), "files")}
	for range 2 { // the same bytes twice are one file
		hash, size, err := blobs.Put(t.Context(), strings.NewReader("abc"), 3)
		if err != nil || hash != abc || size != 3 {
			t.Fatalf("kept as %s, %d bytes: %v", hash, size, err)
		}
	}
	if got := files(t, blobs.Dir); len(got) != 1 {
		t.Errorf("there are %v", got)
	}
	f := must[io.ReadCloser](t)(blobs.Open(abc))
	text := string(must[[]byte](t)(io.ReadAll(f)))
	if err := f.Close(); err != nil || text != "abc" {
		t.Errorf("reads %q: %v", text, err)
	}
}

func TestNothingIsLeftOfAFileThatIsNotTaken(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for name, c := range map[string]struct {
		ctx  context.Context
		from io.Reader
		want error
	}{
		"one byte too large":   {t.Context(), strings.NewReader("abcd"), models.ErrTooLarge},
		"it breaks off":        {t.Context(), io.MultiReader(strings.NewReader("a"), iotest.ErrReader(errChanged)), errChanged},
		"nobody waits for it":  {cancelled, strings.NewReader("abc"), context.Canceled},
		"it breaks off at end": {t.Context(), iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("abc"))), iotest.ErrTimeout},
	} {
		t.Run(name, func(t *testing.T) {
			blobs := models.Blobs{Dir: t.TempDir()}
			if _, _, err := blobs.Put(c.ctx, c.from, 3); !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			if got := files(t, blobs.Dir); len(got) != 0 {
				t.Errorf("left are %v", got)
			}
		})
	}
}

func TestAFileThatIsNotThereIsNotFound(t *testing.T) {
	blobs := models.Blobs{Dir: t.TempDir()}
	for _, hash := range []string{"", abc, strings.ToUpper(abc), "../../../../etc/passwd", abc[:63] + "/"} {
		if _, err := blobs.Open(hash); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("%q: %v", hash, err)
		}
	}
}

func files(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

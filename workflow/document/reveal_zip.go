package document

import (
	"fmt"
	"github.com/klauspost/compress/zip"
	"io"
)

// zip tells all parts of an archive, and what the archive says of them.
func (t *teller) zip(file io.ReaderAt, size int64) error {
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return fmt.Errorf("it is no archive: %w", err)
	}
	if err := t.aside(archive.Comment); err != nil {
		return err
	}
	for _, entry := range archive.File {
		for _, text := range []string{entry.Name, entry.Comment, string(entry.Extra)} {
			if err := t.aside(text); err != nil {
				return err
			}
		}
		if err := t.within(t.named(entry.Name), func(t *teller) error { return t.entry(entry) }); err != nil {
			return err
		}
	}
	return nil
}

// named is a part of an archive, which may itself be a part.
func (t *teller) named(name string) string {
	if t.depth == 0 {
		return name
	}
	return t.part + ", " + name
}

func (t *teller) entry(entry *zip.File) (err error) {
	r, err := entry.Open()
	if err != nil {
		return err
	}
	if err := t.any(t.unpacked(r)); err != nil {
		return err
	}
	return r.Close()
}

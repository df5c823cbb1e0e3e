package models

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
)

// ErrTooLarge says that a file is larger than what is taken.
var ErrTooLarge = errors.New("the file is too large")

// Blobs keep the bytes of files in a folder, each under the SHA-256 of what is
// in it: the same bytes are kept once, and never change.
type Blobs struct {
	Dir string
}

var sha256Hex = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Put keeps what it reads, up to so many bytes, and gives back its hash and
// size. When it returns, the file is on the disk, whole.
func (b Blobs) Put(ctx context.Context, from io.Reader, most int64) (hash string, size int64, err error) {
	if err := os.MkdirAll(b.Dir, 0o700); err != nil {
		return "", 0, fmt.Errorf("make the folder for files: %w", err)
	}
	part := filepath.Join(b.Dir, "part-"+rand.Text())
	defer os.Remove(part) //nolint:errcheck // it is gone when all went well
	hash, size, err = write(ctx, part, io.LimitReader(from, most+1))
	if err != nil {
		return "", 0, fmt.Errorf("keep a file: %w", err)
	}
	if size > most {
		return "", 0, ErrTooLarge
	}
	return hash, size, b.place(part, hash)
}

// Open opens the file with that hash; ErrNotFound when there is none.
func (b Blobs) Open(hash string) (io.ReadCloser, error) {
	if !sha256Hex.MatchString(hash) {
		return nil, ErrNotFound
	}
	f, err := os.Open(b.path(hash))
	if errors.Is(err, os.ErrNotExist) {
		return nil, ErrNotFound
	}
	return f, err
}

// path spreads the files over folders, so that none has too many.
func (b Blobs) path(hash string) string {
	return filepath.Join(b.Dir, hash[:2], hash)
}

// write writes a file down to the disk, and hashes it as it goes.
func write(ctx context.Context, path string, from io.Reader) (hash string, size int64, err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	sum := sha256.New()
	size, err = io.Copy(io.MultiWriter(f, sum), untilCancelled{ctx, from})
	if err != nil {
		return "", 0, err
	}
	return hex.EncodeToString(sum.Sum(nil)), size, f.Sync()
}

// place gives a written file its name. The names are on the disk too when it
// returns.
func (b Blobs) place(part, hash string) error {
	folder := filepath.Dir(b.path(hash))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if err := os.Rename(part, b.path(hash)); err != nil {
		return err
	}
	return errors.Join(syncFolder(folder), syncFolder(b.Dir))
}

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// untilCancelled reads until nobody waits for it any more.
type untilCancelled struct {
	ctx  context.Context
	from io.Reader
}

// Read reads on, or says why not.
func (r untilCancelled) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.from.Read(p)
}

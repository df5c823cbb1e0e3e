package handlers

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"path"
	"slices"

	"github.com/danielgtaylor/huma/v2/negotiation"
	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzip"

	"ahq/models"
	"ahq/workflow/document"
)

//go:embed static
var static embed.FS

// sheets are the style of every page, one file a subject, in the order in which
// they count. A browser gets them as one.
var sheets = []string{"colours", "ground", "frame", "remarks", "forms", "home", "tasks", "record", "saving", "live", "answers", "desks", "narrow"}

// An asset is a file that pages load.
type asset struct {
	body      []byte
	packed    []byte // for who can unpack it
	mediaType string
}

// assets are all files that pages load, by name. Their address carries a hash of
// all of them, so that a browser may keep them for good, and a script finds the
// others beside it.
type assets struct {
	files   map[string]asset
	version string
}

func loadAssets() (assets, error) {
	all := assets{files: map[string]asset{}}
	for _, pattern := range []string{"static/*.svg", "static/js/*.js"} {
		names, err := fs.Glob(static, pattern)
		if err != nil {
			return all, fmt.Errorf("static files: %w", err)
		}
		for _, name := range names {
			body, err := fs.ReadFile(static, name)
			if err != nil {
				return all, fmt.Errorf("static files: %w", err)
			}
			if err := all.add(path.Base(name), body); err != nil {
				return all, err
			}
		}
	}
	style, err := oneStyle()
	if err != nil {
		return all, err
	}
	err = all.add("ahq.css", style)
	all.version = all.hash()
	return all, err
}

func (a assets) add(name string, body []byte) error {
	small, err := packed(body)
	if err != nil {
		return fmt.Errorf("static file %s: %w", name, err)
	}
	a.files[name] = asset{body, small, mime.TypeByExtension(path.Ext(name))}
	return nil
}

// packed is a file in a fifth of its bytes. Pages are not packed: how long one
// becomes would tell of the answers in it.
func packed(body []byte) ([]byte, error) {
	var small bytes.Buffer
	w, err := gzip.NewWriterLevel(&small, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	err = w.Close()
	return small.Bytes(), err
}

// oneStyle is all sheets, one behind the other. How plots look, they say
// themselves; where it is dark, a sheet of ours does.
func oneStyle() ([]byte, error) {
	var style bytes.Buffer
	style.WriteString(document.PlotStyle())
	for _, name := range sheets {
		sheet, err := fs.ReadFile(static, path.Join("static/css", name+".css"))
		if err != nil {
			return nil, fmt.Errorf("static files: %w", err)
		}
		style.Write(sheet)
	}
	return style.Bytes(), nil
}

func (a assets) hash() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		sum.Write(a.files[name].body)
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

// url is where a page finds a file.
func (a assets) url(name string) (string, error) {
	if _, ok := a.files[name]; !ok {
		return "", fmt.Errorf("no static file is called %q", name)
	}
	return "/static/" + a.version + "/" + name, nil
}

// static sends a file that pages load. A page from before an update gets the file
// of today, and may not keep it.
func (s *Server) static(c *gin.Context) error {
	a, ok := s.assets.files[c.Param("file")]
	if !ok {
		return models.ErrNotFound
	}
	c.Header("Cache-Control", "no-cache")
	if c.Param("version") == s.assets.version {
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	}
	c.Header("Vary", "Accept-Encoding")
	if unpacks(c) {
		c.Header("Content-Encoding", "gzip")
		a.body = a.packed
	}
	c.Data(http.StatusOK, a.mediaType, a.body)
	return nil
}

// unpacks says whether a browser can unpack what is packed. "identity" stands first
// as a guard: of two that are wanted alike the library takes the first, though it
// be not wanted at all ("gzip;q=0").
func unpacks(c *gin.Context) bool {
	return negotiation.SelectQValue(c.GetHeader("Accept-Encoding"), []string{"identity", "gzip"}) == "gzip"
}

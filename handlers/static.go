package handlers

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

//go:embed static
var static embed.FS

// An asset is a file that pages load. Its address carries a hash of its bytes,
// so that a browser may keep it for good.
type asset struct {
	body      []byte
	mediaType string
	hash      string
}

func loadAssets() (map[string]asset, error) {
	files, err := fs.ReadDir(static, "static")
	if err != nil {
		return nil, fmt.Errorf("static files: %w", err)
	}
	assets := map[string]asset{}
	for _, file := range files {
		body, err := fs.ReadFile(static, path.Join("static", file.Name()))
		if err != nil {
			return nil, fmt.Errorf("static files: %w", err)
		}
		sum := sha256.Sum256(body)
		assets[file.Name()] = asset{body, mime.TypeByExtension(path.Ext(file.Name())), hex.EncodeToString(sum[:6])}
	}
	return assets, nil
}

// assetURL is where a page finds a file.
func (s *Server) assetURL(name string) (string, error) {
	a, ok := s.assets[name]
	if !ok {
		return "", fmt.Errorf("no static file is called %q", name)
	}
	return "/static/" + name + "?v=" + a.hash, nil
}

// static sends a file that pages load.
func (s *Server) static(c *gin.Context) error {
	a, ok := s.assets[c.Param("file")]
	if !ok {
		return models.ErrNotFound
	}
	c.Header("ETag", `"`+a.hash+`"`)
	c.Header("Cache-Control", "public, max-age=3600")
	if c.Query("v") == a.hash {
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	}
	if c.GetHeader("If-None-Match") == `"`+a.hash+`"` {
		c.Status(http.StatusNotModified)
		return nil
	}
	c.Data(http.StatusOK, a.mediaType, a.body)
	return nil
}

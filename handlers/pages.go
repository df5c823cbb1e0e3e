package handlers

import (
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"golang.org/x/text/language"
)

//go:embed templates
var templates embed.FS

// layoutFile is what stands around every page.
const layoutFile = "templates/layout.html"

// pages are the templates of every page and part, as one set in each language: a part
// is there once, however many pages have it.
type pages map[language.Tag]*template.Template

// parsePages reads every template once in each language, so that a broken one
// stops the start.
func (s *Server) parsePages() (pages, error) {
	all := pages{}
	for _, tag := range s.texts.languages {
		spoken := s.texts.in(tag)
		all[tag] = template.New(tag.String()).Funcs(s.words(spoken))
		if err := spoken.parse(all[tag]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// parse all parts, and all pages, each in a layout of its own.
func (s speech) parse(into *template.Template) error {
	parts, badParts := fs.Glob(templates, "templates/parts/*.html")
	files, badPages := fs.Glob(templates, "templates/*.html")
	err := errors.Join(badParts, badPages)
	for _, file := range parts {
		err = errors.Join(err, s.parseFile(into, file, ""))
	}
	for _, file := range files {
		if page := strings.TrimSuffix(path.Base(file), ".html"); file != layoutFile {
			err = errors.Join(err, s.parseFile(into, layoutFile, page), s.parseFile(into, file, page))
		}
	}
	return err
}

// parseFile reads a file of templates, for a page or for all.
func (s speech) parseFile(into *template.Template, file, page string) error {
	source, err := fs.ReadFile(templates, file)
	if err != nil {
		return fmt.Errorf("template %s: %w", file, err)
	}
	said, err := s.withFixed(ofPage(page, string(source)))
	if err == nil {
		err = addTo(into, page+" "+file, said)
	}
	if err != nil {
		return fmt.Errorf("template %s: %w", file, err)
	}
	return nil
}

// defined is where a template gets a name that no other may have.
var defined = regexp.MustCompile(`\{\{(?:define|block) "([^"/]+)"`)

// addTo a set what a file defines. The set itself would let the last of two win.
func addTo(set *template.Template, name, source string) error {
	for _, found := range defined.FindAllStringSubmatch(source, -1) {
		if set.Lookup(found[1]) != nil {
			return fmt.Errorf("there is a %q already", found[1])
		}
	}
	_, err := set.New(name).Parse(source)
	return err
}

// ownTemplate is where a layout or a page names one of the templates that every page
// has one of.
var ownTemplate = regexp.MustCompile(`(\{\{(?:define|template|block)) "(layout|main|scripts|after)"`)

// ofPage names them as the page's own.
func ofPage(page, source string) string {
	return ownTemplate.ReplaceAllString(source, `$1 "`+page+`/$2"`)
}

// fixedText is where a template says a text that is always the same.
var fixedText = regexp.MustCompile(`\{\{t "([a-z_.0-9]+)"\}\}`)

// withFixed puts in texts that are always the same: a page says some hundred of them.
func (s speech) withFixed(source string) (said string, err error) {
	said = fixedText.ReplaceAllStringFunc(source, func(action string) string {
		words, unknown := s.text(say(fixedText.FindStringSubmatch(action)[1]))
		err = errors.Join(err, unknown)
		return template.HTMLEscapeString(words)
	})
	return said, err
}

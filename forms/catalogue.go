package forms

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed catalogue/*.json
var catalogue embed.FS

// Catalogue is every questionnaire we ship, by id. Each is a copy of its own: a
// requester may change labels and audiences of it.
func Catalogue() []Questionnaire {
	files, err := fs.Glob(catalogue, "catalogue/*.json")
	if err != nil {
		panic("forms: " + err.Error()) // the pattern is the one above
	}
	all := make([]Questionnaire, len(files))
	for i, file := range files {
		all[i], _ = Shipped(strings.TrimSuffix(path.Base(file), ".json"))
	}
	return all
}

// Shipped is the questionnaire with that id, and whether we ship one.
func Shipped(id string) (Questionnaire, bool) {
	if !idSyntax.MatchString(id) {
		return Questionnaire{}, false
	}
	raw, err := catalogue.ReadFile("catalogue/" + id + ".json")
	if err != nil {
		return Questionnaire{}, false
	}
	q, err := ParseQuestionnaire(raw)
	if err != nil {
		panic("forms: catalogue/" + id + ".json: " + err.Error()) // a test parses all that is embedded
	}
	return q, true
}

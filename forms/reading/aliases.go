package reading

import (
	_ "embed"
	"sync"

	"github.com/go-json-experiment/json"
)

//go:embed aliases.json
var aliasesFile []byte

// aliases are other wordings of labels, by the wording of the questionnaire.
var aliases = sync.OnceValue(func() map[string][]string {
	var all map[string][]string
	if err := json.Unmarshal(aliasesFile, &all); err != nil {
		panic("reading: aliases.json: " + err.Error()) // a test reads it
	}
	return all
})

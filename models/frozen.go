package models

// A Frozen is what an edition prints beside its versions, as it stood when the
// edition was made: whatever changes later, the edition reads the same.
type Frozen struct {
	AHQ        AHQ               `json:"ahq"`
	Texts      Texts             `json:"texts"`
	Names      map[string]string `json:"names"` // of NCPs, by code
	Addressees []Addressee       `json:"addressees"`
	Declined   []string          `json:"declined"` // codes of those who have nothing to report
}

// Texts are the standard sentences of a document.
type Texts struct {
	Prefix     string `json:"prefix"` // before a topic: "EMN Ad-Hoc Query on"
	Disclaimer string `json:"disclaimer"`
	Withheld   string `json:"withheld"` // stands in place of an answer that is not disseminated wider
}

// Name of an NCP as it was, or its code.
func (f Frozen) Name(code string) string {
	if name, known := f.Names[code]; known {
		return name
	}
	return code
}

// Asked are the codes of those who were asked, by name.
func (f Frozen) Asked() []string {
	var codes []string
	for _, x := range f.Addressees {
		if x.Asked {
			codes = append(codes, x.NCP)
		}
	}
	return codes
}

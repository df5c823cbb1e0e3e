package forms

import "slices"

// A Theme is a field of migration and asylum that an AHQ is about.
type Theme struct {
	ID, Name string
}

// Themes are the fields that NCPs of the EMN file their ad-hoc queries under, in
// the words that the EMN Asylum and Migration Glossary uses for them
// (https://home-affairs.ec.europa.eu/networks/european-migration-network-emn/emn-asylum-and-migration-glossary_en).
// An id is never given another meaning: AHQs keep it.
func Themes() []Theme { return slices.Clone(themes) }

// ThemeName is what a theme is called; an unknown one goes by its id.
func ThemeName(id string) string {
	if i := slices.IndexFunc(themes, func(t Theme) bool { return t.ID == id }); i >= 0 {
		return themes[i].Name
	}
	return id
}

var themes = []Theme{
	{"borders", "Border management"},
	{"citizenship", "Citizenship"},
	{"communication", "Communication and information campaigns"},
	{"data", "Data and statistics"},
	{"detention", "Detention"},
	{"economic", "Economic migration"},
	{"family", "Family reunification"},
	{"health", "Health"},
	{"housing", "Housing and accommodation"},
	{"integration", "Integration"},
	{"international-protection", "International protection"},
	{"irregular", "Irregular migration"},
	{"legal", "Legal migration and residence"},
	{"reception", "Reception"},
	{"resettlement", "Resettlement and relocation"},
	{"return", "Return and readmission"},
	{"smuggling", "Migrant smuggling"},
	{"statelessness", "Statelessness"},
	{"students", "Students and researchers"},
	{"trafficking", "Trafficking in human beings"},
	{"unaccompanied", "Unaccompanied minors"},
	{"visa", "Visa policy"},
	{"vulnerable", "Vulnerable groups"},
}

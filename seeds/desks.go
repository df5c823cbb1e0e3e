package seeds

import "ahq/models"

// A Desk is somebody to try ahq as. People are called by their office.
type Desk struct {
	What  string // "NCP coordinator"
	Name  string
	Email string
}

// Desks are the four kinds of people, and one whose response is still a draft.
func Desks() []Desk {
	return []Desk{
		{"NCP, draft", "Finnish coordinator", email("FI", models.Coordinator)},
		{"NCP, submitted", "Belgian coordinator", email("BE", models.Coordinator)},
		{"requester", "Norwegian coordinator", email("NO", models.Coordinator)},
		{"compiler", compiler.Name, compiler.Email},
		{"administrator", administrator.Name, administrator.Email},
	}
}

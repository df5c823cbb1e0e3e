package reading

// A Header is what a document says of itself.
type Header struct {
	Topic       string   `json:"topic,omitempty"`
	Requester   string   `json:"requester,omitempty"` // code
	Requested   string   `json:"requested,omitempty"` // the day
	Respondents []string `json:"respondents,omitempty"`
	Total       int      `json:"total,omitempty"`
}

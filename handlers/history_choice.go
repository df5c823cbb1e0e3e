package handlers

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A choosing is what of a history somebody wants to see.
type choosing struct {
	By     string // a person's id
	Record string // its id, or onceRecord
	Page   int    // from 1
}

// onceRecord stands for the questions asked once, among the records.
const onceRecord = "once"

func historyChoice(c *gin.Context) choosing {
	page, err := strconv.Atoi(c.Query("page"))
	if err != nil || page < 1 {
		page = 1
	}
	return choosing{c.Query("by"), c.Query("record"), page}
}

// wants says whether an entry is among what is chosen.
func (h choosing) wants(e historyEntry) bool {
	return (h.By == "" || h.By == string(e.person)) && (h.Record == "" || h.Record == e.where)
}

// at is the address of another page of what is chosen.
func (h choosing) at(action string, page int) string {
	query := url.Values{}
	for name, value := range map[string]string{"by": h.By, "record": h.Record} {
		if value != "" {
			query.Set(name, value)
		}
	}
	query.Set("page", strconv.Itoa(page))
	return action + "?" + query.Encode()
}

// peopleIn are all who did something, to choose from.
func peopleIn(events []models.Event) []choice {
	all := []choice{{Text: say("history.everybody")}}
	for _, e := range events {
		if e.ByID != "" && !slices.ContainsFunc(all, func(c choice) bool { return c.Value == string(e.ByID) }) {
			all = append(all, choice{Value: string(e.ByID), Text: plain(e.ByName)})
		}
	}
	return all
}

// recordsIn are all records in which something was done, to choose from.
func (t teller) recordsIn(events []models.Event) []choice {
	all := []choice{{Text: say("history.everything")}}
	for _, e := range events {
		one := choice{Value: whereOf(e), Text: plain(t.recordName(e.Data.Record))}
		if one.Value == onceRecord {
			one.Text = say("answers.once")
		}
		if one.Value != "" && !slices.ContainsFunc(all, func(c choice) bool { return c.Value == one.Value }) {
			all = append(all, one)
		}
	}
	return all
}

package handlers

import (
	"encoding/xml"
	"time"

	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"

	"ahq/workflow"
)

// An atomFeed is RFC 4287, as far as public editions need it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

// An atomEntry is one edition.
type atomEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Updated   string     `xml:"updated"`
	Published string     `xml:"published"`
	Author    string     `xml:"author>name"`
	Summary   string     `xml:"summary"`
	Links     []atomLink `xml:"link"`
}

// An atomLink leads to the edition, or to a file of it.
type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	URL  string `xml:"href,attr"`
}

const atomMedia = "application/atom+xml"

// editionsFeed tells anybody which editions are public, the newest first.
func (s *Server) editionsFeed(c *gin.Context) error {
	published, err := s.Flow.Published(c.Request.Context())
	if err != nil {
		return err
	}
	title, err := s.texts.in(language.English).text(say("feeds.editions"))
	if err != nil {
		return err
	}
	body, err := xml.MarshalIndent(atomOf(title, s.Flow.Address(""), published), "", " ")
	if err != nil {
		return err
	}
	return followed(c, atomMedia+"; charset=utf-8", append([]byte(xml.Header), body...))
}

// never is when a feed was changed that has told nothing yet.
var never = time.Unix(0, 0).UTC()

func atomOf(title, site string, published []workflow.Published) atomFeed {
	feed := atomFeed{
		Lang: "en", ID: "urn:ahq:editions", Title: title, Updated: never.Format(time.RFC3339),
		Links: []atomLink{{"self", atomMedia, site + "/editions.atom"}, {"alternate", "text/html", site + "/"}},
	}
	for i, p := range published {
		at := p.At.UTC().Format(time.RFC3339)
		if i == 0 {
			feed.Updated = at
		}
		feed.Entries = append(feed.Entries, atomEntry{
			ID: p.Key(), Title: p.Title, Updated: at, Published: at, Author: p.Requester, Summary: p.Summary, Links: linksTo(p, site),
		})
	}
	return feed
}

// linksTo an edition, to be read in place and as files.
func linksTo(p workflow.Published, site string) []atomLink {
	at := site + "/editions/" + string(p.ID)
	links := []atomLink{{"alternate", "text/html", at + "/preview"}}
	for _, f := range workflow.Formats() {
		links = append(links, atomLink{"enclosure", f.Media, at + "/download/" + string(f.Format)})
	}
	return links
}

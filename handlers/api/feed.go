package api

import (
	"context"
	"time"

	"ahq/workflow"
)

// A JSONFeed tells which editions are public: JSON Feed 1.1.
type JSONFeed struct {
	Version     string     `json:"version" enum:"https://jsonfeed.org/version/1.1"`
	Title       string     `json:"title"`
	Language    string     `json:"language"`
	HomePageURL string     `json:"home_page_url"`
	FeedURL     string     `json:"feed_url"`
	Items       []FeedItem `json:"items" nullable:"false"`
}

// A FeedItem is one public edition.
type FeedItem struct {
	ID            string           `json:"id" doc:"Stays the same wherever the edition moves to"`
	URL           string           `json:"url"`
	Title         string           `json:"title"`
	ContentText   string           `json:"content_text"`
	DatePublished time.Time        `json:"date_published"`
	Authors       []FeedAuthor     `json:"authors" nullable:"false" doc:"Who asked"`
	Attachments   []FeedAttachment `json:"attachments" nullable:"false" doc:"The edition as files"`
}

// A FeedAuthor is who asked.
type FeedAuthor struct {
	Name string `json:"name"`
}

// A FeedAttachment is an edition as a file.
type FeedAttachment struct {
	URL      string `json:"url"`
	MIMEType string `json:"mime_type"`
	Title    string `json:"title"`
}

// ContentType of what programs follow is their own.
func (JSONFeed) ContentType(string) string { return "application/feed+json" }

func (a *api) feed(ctx context.Context, _ workflow.Actor, _ *Nothing) (*Plain[JSONFeed], error) {
	published, err := a.Flow.Published(ctx)
	site := a.Flow.Address("")
	feed := JSONFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: "Public editions of Ad-Hoc Queries", Language: "en",
		HomePageURL: site + "/", FeedURL: site + at("editions"), Items: make([]FeedItem, len(published)),
	}
	for i, p := range published {
		feed.Items[i] = feedItem(p, site)
	}
	return plain(feed), err
}

func feedItem(p workflow.Published, site string) FeedItem {
	item := FeedItem{
		ID: p.Key(), URL: site + "/editions/" + string(p.ID) + "/preview", Title: p.Title, ContentText: p.Summary,
		DatePublished: p.At, Authors: []FeedAuthor{{p.Requester}},
	}
	for _, f := range workflow.Formats() {
		item.Attachments = append(item.Attachments, FeedAttachment{site + at("editions", string(p.ID), "file") + "?format=" + string(f.Format), f.Media, f.Name})
	}
	return item
}

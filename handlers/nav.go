package handlers

import "ahq/workflow"

// navigation is where one can go from every page. An entry with an act is shown
// to those who may do it.
var navigation = []struct {
	link
	act workflow.Act
}{
	{link{URL: "/", Text: "Home"}, signedIn},
	{link{URL: "/ahqs", Text: "AHQs"}, signedIn},
	{link{URL: "/ahqs/new", Text: "New AHQ"}, workflow.CreateAHQ},
	{link{URL: "/people", Text: "People"}, workflow.ManagePeople},
	{link{URL: "/participants", Text: "Participants"}, workflow.ManageParticipants},
	{link{URL: "/settings", Text: "Texts"}, workflow.ManageSettings},
	{link{URL: "/outbox", Text: "Outbox"}, workflow.ReadOutbox},
	{link{URL: "/tokens", Text: "Tokens"}, signedIn},
}

// navigationOf is what one person finds on every page.
func navigationOf(who workflow.Actor, here string) []link {
	if who.Person.ID == "" {
		return nil
	}
	var links []link
	for _, entry := range navigation {
		if entry.act == signedIn || workflow.May(entry.act, who.Parts()) {
			at := entry.link
			at.Here = here == at.URL
			links = append(links, at)
		}
	}
	return links
}

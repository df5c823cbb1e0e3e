package handlers

import "ahq/workflow"

// navigation is where one can go from every page. An entry with an act is shown
// to those who may do it.
var navigation = []struct {
	link
	act workflow.Act
}{
	{link{URL: "/", Text: say("nav.home")}, signedIn},
	{link{URL: "/ahqs", Text: say("nav.ahqs")}, signedIn},
	{link{URL: "/library", Text: say("nav.library")}, signedIn},
	{link{URL: "/ahqs/new", Text: say("nav.new_ahq")}, workflow.CreateAHQ},
	{link{URL: "/people", Text: say("nav.people")}, workflow.ManagePeople},
	{link{URL: "/participants", Text: say("nav.participants")}, workflow.ManageParticipants},
	{link{URL: "/settings", Text: say("nav.texts")}, workflow.ManageSettings},
	{link{URL: "/outbox", Text: say("nav.outbox")}, workflow.ReadOutbox},
	{link{URL: "/hooks", Text: say("nav.hooks")}, workflow.KeepHooks},
	{link{URL: "/letters", Text: say("nav.letters")}, signedIn},
	{link{URL: "/queue", Text: say("nav.jobs")}, workflow.LookAfterJobs},
	{link{URL: "/events", Text: say("nav.events")}, workflow.ReadEvents},
	{link{URL: "/calendars", Text: say("nav.calendars")}, signedIn},
	{link{URL: "/tokens", Text: say("nav.tokens")}, signedIn},
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

package forms

import "sync"

// A Channel is a way by which a campaign reaches people.
type Channel string

// A ChannelName is what a channel is called.
type ChannelName struct {
	ID   Channel
	Name string
}

// channels are all that are told apart, with the phrases that name them. A phrase
// names one channel.
var channels = []struct {
	ChannelName
	phrases string
}{
	{ChannelName{"television", "television"}, `television, televisions, televised, tv, télévision, télé, Fernsehen, televisie, fjernsyn`},
	{ChannelName{"radio", "radio"}, `radio, radios, Rundfunk`},
	{ChannelName{"press", "newspapers and press"}, `newspaper, newspapers, magazine, magazines, press, press conference, press conferences, press release, press releases,
		meeting with the press, meetings with the press, meetings with journalists, journaux, presse, Zeitung, Zeitungen, Zeitschriften, krant, kranten, tijdschriften`},
	{ChannelName{"print", "leaflets and other print"}, `leaflet, leaflets, flyer, flyers, brochure, brochures, booklet, booklets, pamphlet, pamphlets, print, printed, sticker, stickers,
		dépliant, dépliants, Broschüre, Broschüren, Flugblätter, folder, folders`},
	{ChannelName{"posters", "posters and outdoor"}, `poster, posters, billboard, billboards, banderole, banderoles, banner, banners, outdoor advertising, advertising out of doors,
		affiche, affiches, Plakat, Plakate`},
	{ChannelName{"social-media", "social media"}, `social media, social network, social networks, Facebook, FB, YouTube, Twitter, Instagram, LinkedIn, TikTok, Snapchat,
		blog, blogs, réseaux sociaux, soziale Medien, soziale Netzwerke, sociale media, sosiale medier`},
	{ChannelName{"website", "website"}, `website, websites, web site, web sites, webpage, webpages, web page, web pages, web portal, campaign site, site of the campaign, internet,
		site web, sites web, Webseite, Webseiten, nettside, hjemmeside`},
	{ChannelName{"film", "film and cinema"}, `film, films, movie, movies, documentary, documentaries, cinema, cinemas, video, videos, DVD, DVDs, cinéma, Kino`},
	{ChannelName{"stage", "theatre and music"}, `theatre, theater, piece of theatre, a play, street play, street plays, concert, concerts, song, songs, théâtre, chanson, chansons`},
	{ChannelName{"events", "meetings and events"}, `meeting, meetings, workshop, workshops, conference, conferences, seminar, seminars, round table, round tables, roundtable, roundtables,
		event, events, fairs, street fair, street fairs, job fair, festival, festivals, gathering, gatherings, session, sessions, school visit, school visits, visits to schools,
		visit to schools, lecture, lectures, atelier, ateliers, réunion, réunions, séminaire, séminaires, Veranstaltung, Veranstaltungen`},
	{ChannelName{"hotline", "hotline"}, `hotline, hotlines, hot line, helpline, helplines, help line, call centre, call centres, call center, phone number, phone numbers, telephone number, telephone numbers,
		phone services, numéro vert`},
	{ChannelName{"messages", "text messages and mailings"}, `SMS, text message, text messages, WhatsApp, Viber, Telegram, newsletter, newsletters, mailing, mailings, mailing list`},
}

// ChannelNames are all that are told apart, in the order in which they are counted.
func ChannelNames() []ChannelName {
	names := make([]ChannelName, len(channels))
	for i, c := range channels {
		names[i] = c.ChannelName
	}
	return names
}

// otherThings have a word of a channel in them and are none: what is looked at on
// a screen is no banner in the street.
const otherThings = `digital banner, digital banners, web banner, web banners, online banner, online banners, internet café, internet cafe, press officer, press officers`

// denials say that something was not so. Where one stands, nothing is taken to
// have been used.
const denials = `no, not, nor, neither, never, none, cannot, without, instead, except, excluding, rather than, lack, lacked, absence,
	didn t, don t, doesn t, wasn t, weren t, isn t, aren t, hasn t, haven t, couldn t, won t, can t,
	pas, ni, aucun, aucune, sans, kein, keine, keinen, keiner, nicht, weder, ohne, geen, niet, noch, zonder, ikke, ingen, inte, nessun, nessuna, ningún, ninguna`

// notDenials only begin like one.
const notDenials = `not only, not just, not merely, no doubt, non seulement, nicht nur, niet alleen`

// turningPoints are where a sentence goes on to say something else.
const turningPoints = `but, however, only, though, although, whereas, mais, aber, sondern, maar, men, ma, pero`

// A channelRole is what a phrase is to the reader of channels.
type channelRole struct {
	channel Channel
	denies  bool
	turns   bool
}

var channelPhrases = sync.OnceValue(func() *phrases[channelRole] {
	built := &phrases[channelRole]{}
	built.addAll(notDenials, channelRole{})
	built.addAll(otherThings, channelRole{})
	for _, c := range channels {
		built.addAll(c.phrases, channelRole{channel: c.ID})
	}
	built.addAll(denials, channelRole{denies: true})
	built.addAll(turningPoints, channelRole{turns: true})
	return built
})

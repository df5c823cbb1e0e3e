package forms

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// tongues are the languages that NCPs answer in, English first.
var tongues = []language.Tag{
	language.English, language.French, language.German, language.Dutch, language.Swedish, language.Norwegian, language.Danish,
	language.Finnish, language.Polish, language.Italian, language.Spanish, language.Portuguese, language.Czech, language.Slovak,
	language.Hungarian, language.Romanian, language.Bulgarian, language.Greek, language.Estonian, language.Latvian, language.Lithuanian,
	language.Slovenian, language.Croatian,
}

// languageTags are the languages known by the names of the CLDR, in the
// languages of NCPs and in their own.
const languageTags = `af ak am an ar as ay az ba be bg bi bm bn bo br bs ca ce cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr
	fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kg ki kk km kn ko kr ks ku ky la lb lg ln lo lt lu lv mg mi mk ml mn
	mr ms mt my nb nd ne nl nn no ny oc om os pl ps pt qu rm rn ro ru rw sa sc sd sg si sk sl sm sn so sq sr ss st su sv sw ta
	te tg th ti tk tn to tr ts tt tw ug uk ur uz ve vi wo xh yi yo zh zu kab umb bem byn tig yue`

// otherLanguageNames are names in use beside those, by tag.
var otherLanguageNames = map[string]string{
	"ber": "Berber, Amazigh",
	"bin": "Bini",
	"bn":  "Bengali, Bangla",
	"cnr": "Montenegrin",
	"cmn": "Mandarin, Mandarin Chinese",
	"dyu": "Dioula, Dyula, Jula",
	"fa":  "Persian, Persan",
	"ff":  "Fula, Fulani, Fulfulde, Pulaar, Pular, Peul",
	"fil": "Filipino",
	"ht":  "Haitian Creole",
	"ig":  "Ibo",
	"ky":  "Kirghiz",
	"man": "Mandinka, Mandingo, Mandingue, Malinké",
	"nl":  "Flemish",
	"no":  "Norwegian, norvégien, Norwegisch, Noors, norsk, norska, norja, norweski, norvegese, noruego, norština",
	"or":  "Odia, Oriya",
	"pa":  "Punjabi, Panjabi, Pendjabi",
	"rif": "Tarifit",
	"sh":  "Serbo-Croatian, Serbo-Croat",
	"shi": "Tachelhit, Tashelhit",
	"sl":  "Slovene",
	"snk": "Soninké",
	"srr": "Serer, Sérère",
	"sus": "Susu, Soussou",
	"tl":  "Tagalog",
}

// sureLanguageNames never mean anything but a language.
var sureLanguageNames = map[string]string{
	"am":  "Amharic",
	"ar":  "Arabic",
	"apc": "Levantine Arabic, Syrian Arabic",
	"ary": "Darija, Moroccan Arabic",
	"arz": "Egyptian Arabic",
	"ckb": "Sorani",
	"fa":  "Farsi",
	"hi":  "Hindi",
	"kg":  "Kikongo",
	"kmr": "Kurmanji, Kurmandji",
	"ln":  "Lingala",
	"lua": "Tshiluba",
	"pcm": "Pidgin, Nigerian Pidgin, Pidgin English",
	"prs": "Dari",
	"ps":  "Pashto, Pashtu, Pushto, Pachto, Paschtu",
	"sw":  "Swahili, Kiswahili",
	"ti":  "Tigrinya, Tigrigna",
	"ur":  "Urdu",
	"zgh": "Tamazight",
}

// peopleNames mean a people first.
var peopleNames = map[string]string{
	"rom": "Rom, Roma, Romani, Romany, Romanes",
}

// A languageRole is the part a phrase plays in telling that a language is named.
type languageRole uint8

const (
	noLanguage      languageRole = iota
	languageName                 // a nationality too, perhaps: "Armenian migrants"
	sureLanguage                 // a language and nothing else
	peopleLanguage               // a people, unless something says otherwise
	languageNoun                 // makes a language of the name beside it: "Rom language"
	leadsToLanguage              // a language may follow: "in", "into"
	joinsLanguages               // stands between the names of a list: "and"
	usesLanguage                 // what stands before it is a language: "used", "spoken"
	explainsWord                 // what follows explains a word: "meaning Europe in ..."
	followsLanguage              // may follow a language, as a thing named by an adjective may not: "for", "was"
)

var languageWords = map[languageRole]string{
	languageNoun: `language, languages, langue, langues, Sprache, Sprachen, taal, talen, språk, sprog, lingua, lingue, idioma, idiomas, lengua, lenguas,
		língua, línguas, język, języki, języku, językach, jazyk, jazyky, jazyce, nyelv, nyelvek, nyelven, kieli, kielet, kielellä, keel, keeled, keeles,
		kalba, kalbos, valoda, valodas, valodā, limba, limbi, jezik, jezici, jeziki, γλώσσα, γλώσσες, език, езици, version, versions,
		subtitles, translation, translations`,
	leadsToLanguage: "in, into, en, auf, på, using",
	joinsLanguages:  "and, or, the, local, national, both, as well as, also, et, ou, und, oder, het, og, och, plus, mainly, mostly, simple",
	usesLanguage:    "used, spoken, utilisé, utilisée, utilisés, utilisées, verwendet, gebruikt",
	explainsWord:    "meaning, means, meant, word for, translated as",
	followsLanguage: `to, for, on, at, with, was, were, is, are, will, be, by, through, during, from, about, as, depending, only, according, who,
		which, that, has, have, of, on the, because, since, so, if, when, where, while, but, not, pour, avec, sont, est, für, mit, war, wurde, voor, met`,
}

// A languageWord is what one phrase is to the reader of languages.
type languageWord struct {
	role   languageRole
	tag    string
	proper bool // in the language it is a name in, it has a capital letter
}

var languagePhrases = sync.OnceValue(func() *phrases[languageWord] {
	known := &phrases[languageWord]{}
	for role, list := range languageWords {
		known.addAll(list, languageWord{role: role})
	}
	for role, names := range map[languageRole]map[string]string{
		sureLanguage: sureLanguageNames, peopleLanguage: peopleNames, languageName: otherLanguageNames,
	} {
		for tag, list := range names {
			known.addAll(list, languageWord{role: role, tag: tag})
		}
	}
	isPlaceInEnglish := map[string]bool{} // Estonian for Serbian is "serbia"
	for _, region := range regions() {
		isPlaceInEnglish[folded(display.English.Regions().Name(region))] = true
	}
	for tag := range strings.FieldsSeq(languageTags) {
		for _, tongue := range tongues {
			proper := tongue == language.German || tongue == language.Dutch
			name := display.Languages(tongue).Name(language.Make(tag))
			if !isPlaceInEnglish[folded(name)] {
				known.add(name, languageWord{languageName, tag, proper})
			}
		}
		known.add(display.Self.Name(language.Make(tag)), languageWord{languageName, tag, false})
	}
	return known
})

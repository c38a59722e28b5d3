// Generated from the server’s OpenAPI document by "npm run generate:api". Do not edit.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers while the process is alive. */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether every part is ready for work: 200, or 503 when one is not. */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics in Prometheus' text format.
         * @description Prometheus sends the administrator's token as bearer token (authorization, credentials_file).
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what is running: version, engine, how long. */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls of the workspace as they arrive, good or not, as server-sent events.
         * @description Events of the type call, of which at most 50 a second are shown; the type dropped says how many more there were, and the type alive comes at least every 15 seconds. limit: the stream ends after as many calls. search: only calls with this text in their name, type, ids, source or reason. type: only track, page, screen, identify, group or alias. outcome: only accepted or only refused. What these leave out is not counted.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything known about one customer. */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        /** Erases a customer: all they did and all that is known of them, under every identifier, everywhere but in backups. It cannot be undone. */
        delete: operations["eraseProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the pipeline is doing: what went through each stage, how fast, and what waits. Counts are those of all workspaces since the server started, so it wants the administrator. */
        get: operations["readPipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The companies that a customer belonged to, the latest first, with the times. */
        get: operations["listProfileCompanies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the workspaces that the caller may speak to. */
        get: operations["listWorkspaces"];
        put?: never;
        /** Creates an empty workspace. */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the name, currency or time zone of a workspace. */
        patch: operations["changeWorkspace"];
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says who is signed in and which workspaces they may open. */
        get: operations["getSession"];
        put?: never;
        /**
         * Exchanges the code of a sign-in link for a session cookie.
         * @description The code works once. The cookie is HttpOnly and SameSite=Strict.
         */
        post: operations["signIn"];
        /** Ends the session of this browser. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a sign-in link that opens one session, once. */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the API tokens of the workspace, without their secrets. */
        get: operations["listTokens"];
        put?: never;
        /** Creates an API token of the workspace and shows it this once. */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends an API token of the workspace at once. */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rejected-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent and kept aside because it is no valid tracking call, newest first; kept for 30 days. */
        get: operations["listRejectedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rejected-events/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it was kept aside, how often and when last, for each source. */
        get: operations["listRejectionReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the sources of the workspace, without their write keys, with how much they sent. */
        get: operations["listSources"];
        put?: never;
        /** Creates a source and shows its write key this once. */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a source. */
        get: operations["getSource"];
        /** Renames a source, or switches it off or on; within ten seconds every call knows. */
        put: operations["changeSource"];
        post?: never;
        /** Deletes a source; what it sent is kept. When segments ask about its events they are named, and nothing happens without force=true. */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{key}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a source another write key, shown this once; the one before is good for 24 hours more. */
        post: operations["rotateWriteKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{key}/snippets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to paste so that a source sends to this server, with a placeholder for its write key. */
        get: operations["getSourceSnippets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules by which identifiers become profiles. */
        get: operations["getIdentityRules"];
        /** Changes the rules; everything that is known is resolved by them anew, in the background. */
        put: operations["setIdentityRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/cuts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which identifiers somebody said are not the same customer's. */
        get: operations["listIdentityCuts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/cuts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets identifiers come together again that were kept apart. */
        delete: operations["removeIdentityCut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a profile came to be: which calls joined its identifiers, and which could not. */
        get: operations["listMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes identifiers out of a profile and keeps them apart for good, with all that was done under them. */
        post: operations["unmergeProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The erasures that were asked for, the latest first. */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an erasure is, and which backups hold the person still. */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the imports of the workspace, newest first. */
        get: operations["listImports"];
        put?: never;
        /** Imports a file: multipart/form-data with the parts file, kind (orders, events, customers), map and options (JSON, both optional). */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one import: how far it is, what its rows were, what it asks. */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that could not be understood, as CSV: line, column, value, reason, raw. */
        get: operations["getRejectedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the questions of an import in state needs-answer, which then goes on. */
        post: operations["answerImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks at the beginning of a file (a workbook must be whole) and guesses how it is to be read; nothing is imported. */
        post: operations["guessImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers that match a filter, a page at a time; or the one with an identifier.
         * @description search: text that any identifier, the name or the e-mail address begins with or contains; exact matches come first, then those that begin with it, in the order of the alphabet unless sort is given. segment: the key of a segment. sort: revenue, orders, firstSeen or lastSeen, with a minus in front for descending; default -revenue without search. columns: names of traits to say beside, with commas between; at most 20. identifier=KIND:VALUE answers with that one profile instead, as GET /api/profiles/by-identifier does.
         */
        get: operations["listProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The traits that a list of customers may show, the commonest first, with the share of customers that have each; of many customers, of a sample. */
        get: operations["listProfileColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/by-identifier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The profile with an identifier. */
        get: operations["findProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's orders with their lines, newest first. */
        get: operations["listProfileOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer did, newest first. */
        get: operations["listProfileEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's traits, each with the call that said it last and its source. */
        get: operations["listProfileTraits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}/traits/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every value that a trait of a customer ever had, the last first; at most 500. */
        get: operations["getProfileTrait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies by name, a page at a time; search finds parts of names and keys, key one company by the id that group calls give it. */
        get: operations["listCompanies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything known about one company. */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to a company and who did, with the times. */
        get: operations["listCompanyMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/companies/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What those did who belong to a company now, newest first. */
        get: operations["listCompanyEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The segments with their size, worth and trend. */
        get: operations["listSegments"];
        put?: never;
        /**
         * Makes a segment of a definition in the segment language.
         * @description Answers at once, with state computing; its members are found right after.
         */
        post: operations["createSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One segment with its size, worth, trend and rules. */
        get: operations["getSegment"];
        /** Changes a segment; what it was is kept as a version. */
        put: operations["changeSegment"];
        post?: never;
        /** Deletes a segment that no other refers to. */
        delete: operations["deleteSegment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A segment's size, and worth where it is kept, over time up to now.
         * @description interval: month, the only one that is kept for RFM segments; day, the default, or month for segments in the language. from and to bound the dates, both included. Who belonged on a day before keptSince is what members?at= finds.
         */
        get: operations["getSegmentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of a segment, a page at a time.
         * @description sort: monetary, frequency or recency (days since the last purchase), with a minus in front for descending; default -monetary. A list goes on in the computation it began with, for up to 15 minutes after a newer one; then its cursor answers 410. Segments in the language have no sort; at asks for the members at an instant, found over all history.
         */
        get: operations["listSegmentMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/members.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All members of a segment as CSV.
         * @description Of segments in the language, at asks for the members at an instant, found over all history; there is no entered_at then.
         */
        get: operations["exportSegmentMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/members.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All members of a segment as JSON Lines.
         * @description Of segments in the language, at asks for the members at an instant, found over all history; there is no entered_at then.
         */
        get: operations["exportSegmentMembersAsJsonLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/members.parquet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All members of a segment as Parquet.
         * @description Of segments in the language, at asks for the members at an instant, found over all history; there is no entered_at then.
         */
        get: operations["exportSegmentMembersAsParquet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/explain/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a customer is, or is not, in a segment.
         * @description at: an instant, or a date, for segments in the language; now when left out. root holds the definition part by part; segments of the RFM model have conditions instead.
         */
        get: operations["explainSegmentMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Why a customer would belong to a definition, or would not; keeps nothing. */
        post: operations["explainDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What may stand at a place of a definition: words of the language, and names and values that the workspace has.
         * @description position counts UTF-16 code units, as JavaScript does; the end of the definition when left out. At most 50 items, the likeliest first; an item's text replaces the definition between from and to.
         */
        post: operations["completeDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a segment ever was: its definition, when it was changed and by whom. */
        get: operations["listSegmentVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/versions/{version}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed from one version of a segment to another, by default the one in force. */
        get: operations["diffSegmentVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a segment what it was in an old version, as a new version. */
        post: operations["restoreSegmentVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What definitions can be about: the workspace's events, their properties, its customers' traits and its segments.
         * @description Learned from the data: events are all counted; properties, traits and their values are those of some customers. Learned anew when older than a minute.
         */
        get: operations["getSegmentVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a definition, or a tree, and checks it against the workspace; keeps nothing.
         * @description Give a text in definition, or a tree in tree, in the form that this answers with; the text of a tree is the answer's canonical.
         */
        post: operations["parseSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who would belong to a definition now, or would have at another instant; keeps nothing.
         * @description mode: exact, the default; or sampled, which asks about a part of the customers that is always the same, as large as can be answered for at once, and says how far off it may be.
         */
        post: operations["previewSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The segments that people wrote as files, KEY.segment each. */
        get: operations["exportSegmentFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would have to be done for the workspace's segments to be those of some files; does nothing. */
        post: operations["planSegments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the workspace's segments those of some files: all of it, or nothing when there are problems. */
        post: operations["applySegments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/overlaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The segments that share members with one, now. */
        get: operations["listSegmentOverlaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{key}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who entered and left a segment in a period, where they came from and where they went.
         * @description from and to: dates or instants, by default the last 30 days; from is included, to is not. Computing a segment for the first time or by another definition is no movement and counted apart (recalculated), and so is that customers turn out to be one (merged). For segments of the RFM model, the period is between two months' ends, or from a month's end to now: by default since the last one.
         */
        get: operations["getSegmentFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two segments side by side: what they share, what they are worth, who they are and what they do. */
        get: operations["compareSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready segments for the seven strategies, fitted to the workspace's data; what the data cannot carry says what is missing. */
        get: operations["listSegmentLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/library/{key}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a ready segment one of the workspace's. */
        post: operations["adoptSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who entered and left segments, in the order in which it was recorded.
         * @description Each answer has a cursor to go on from, also at the end: ask with it again for what came since. segment: only the changes of one.
         */
        get: operations["listSegmentChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who enters and leaves segments from now on, as server-sent events.
         * @description Events of the type change; their ids are cursors, and Last-Event-ID goes on from one. A comment or an event of the type alive comes at least every 15 seconds.
         */
        get: operations["streamSegmentChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The RFM model: its options, cut-offs, grid and rules. */
        get: operations["getRfm"];
        /** Changes the model's options and computes everybody's segment anew, in the background. */
        put: operations["changeRfm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rfm/customers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every customer's values, scores and segment as CSV. */
        get: operations["exportRfmCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the events that the workspace has received, the 5,000 most frequent first, as of at most a minute ago. */
        get: operations["listCatalogueEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/events/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an event: its properties with types, frequency and top values, its days, and who sent it. */
        get: operations["getCatalogueEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the traits of customers and companies, with types, frequency and top values. */
        get: operations["listCatalogueTraits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that came far more or far less often in the last two days than in the same hours of the weeks before, and why that is thought. */
        get: operations["listVolumeAnomalies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracking-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the workspace's tracking plan, with the JSON Schemas as they were given. */
        get: operations["getTrackingPlan"];
        /** Gives the workspace a tracking plan, in place of the one it had. Calls received from now on are compared with it; none is blocked. */
        put: operations["setTrackingPlan"];
        post?: never;
        /** Takes the tracking plan away, with the violations found. */
        delete: operations["deleteTrackingPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracking-plan/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts a tracking plan from what the workspace has received, as a beginning. */
        get: operations["draftTrackingPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracking-plan/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What did not keep to the plan in the last 30 days, by event, source and version of the app, the most frequent first. */
        get: operations["listPlanViolations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the webhooks of the workspace, without their secrets, with how they fare. */
        get: operations["listWebhooks"];
        put?: never;
        /** Creates a webhook, which is sent what changes from now on, and shows its secret this once. */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a webhook. */
        get: operations["getWebhook"];
        /** Changes a webhook as a whole; one that was switched off by itself is switched on again. */
        put: operations["changeWebhook"];
        post?: never;
        /** Deletes a webhook with its deliveries. */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a webhook another secret, shown this once; for 24 hours deliveries are signed with both. */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a trial (type webhook.test) now and says what came of it. */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists deliveries, the latest first; state=pending, delivered or dead. */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery again, under its id. */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends all dead deliveries again, each under its id. */
        post: operations["replayDeadWebhookDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the backups that were made, the latest first. Whoever was erased after a backup was made is still in it. */
        get: operations["listBackups"];
        put?: never;
        /** Makes a backup of everything into a directory of the server's machine while calls are accepted; answers when it is whole. */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue, orders and customers of a period, in steps and against the period before.
         * @description from: the first day; default: the day of the first purchase. to: the day after the last; default: the day after the last purchase. Both are dates in the workspace's time zone, or instants. interval: month, week or day; default month.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes one thing that a customer did.
         * @description As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.
         */
        post: operations["track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes who a customer is.
         * @description As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.
         */
        post: operations["identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes one page that a customer saw.
         * @description As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.
         */
        post: operations["page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes one screen of an app that a customer saw.
         * @description As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.
         */
        post: operations["screen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes which company a customer belongs to.
         * @description As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.
         */
        post: operations["group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes that two ids are the same customer.
         * @description As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.
         */
        post: operations["alias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes up to 500 KB of calls of any type at once.
         * @description As in Segment's HTTP tracking API. The answer comes once the calls would survive a loss of power. Invalid calls are kept aside and named in it.
         */
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{writeKey}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the browser SDK loads before it sends. */
        get: operations["getSourceSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description How a ready segment is to be made one of the workspace's. */
        AdoptSegmentRequest: {
            /** @description The key; that of the ready segment when left out. */
            key?: null | string;
            /** @description The name; that of the ready segment when left out. */
            name?: null | string;
            /** @description What to choose instead of what was found, by the parameters' names. */
            parameters?: null | {
                [key: string]: string;
            };
        };
        /** @description Answers to the questions of an import. */
        AnswersRequest: {
            /** @description Question id → the value of an option: { "dateFormat": "d/m/y" }. Other options and map.targets may be given too. */
            answers: {
                [key: string]: string;
            };
        };
        /** @description The backups that were made. */
        BackupList: {
            /** @description The latest first. */
            items: components["schemas"]["BackupView"][];
            /** @description Always null: the list is short and never paged. */
            next?: null | string;
        };
        /** @description What a backup holds and of when it is: the file manifest.json, written last, so that a backup without it is none. */
        BackupManifest: {
            /**
             * Format: int32
             * @description The version of the layout.
             */
            format: number;
            /**
             * Format: uuid
             * @description The backup's id.
             */
            id: string;
            /** @description The version of Tessera that made it. */
            version: string;
            /**
             * Format: date-time
             * @description The instant it is of. Whoever was erased later is still in it.
             */
            createdAt: string;
            /** @description The keys of the workspaces in it. */
            workspaces: string[];
            /** @description How many rows each table of the engine has, by its name, as questions see them. */
            counts: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description How large it is.
             */
            bytes: number;
        };
        /** @description A backup to make. */
        BackupRequest: {
            /** @description A full path on the server's machine; it must not exist or be empty. */
            directory: string;
        };
        /** @description A backup that was made. */
        BackupView: {
            /**
             * Format: uuid
             * @description Its id, as in its manifest.
             */
            id: string;
            /** @description Where it was written. */
            directory: string;
            /**
             * Format: date-time
             * @description The instant it is of.
             */
            createdAt: string;
            /**
             * Format: int64
             * @description How large it is.
             */
            bytes: number;
            /**
             * Format: int64
             * @description How many events are in it.
             */
            events: number;
            /**
             * Format: int64
             * @description How many rows of profiles are in it.
             */
            profiles: number;
        };
        /** @description An event that the workspace has received. */
        CatalogueEvent: {
            /** @description Its name as the segment language writes it; pages and screens are Page Viewed and Screen Viewed. */
            name: string;
            /**
             * Format: int64
             * @description How often it happened.
             */
            calls: number;
            /**
             * Format: int64
             * @description How often in the last 24 hours.
             */
            callsOfLastDay: number;
            /** @description How often on each of the last 30 days (UTC), today last. */
            callsByDay: number[];
            /**
             * Format: date-time
             * @description When it happened first.
             */
            firstSeen: string;
            /**
             * Format: date-time
             * @description When it happened last.
             */
            lastSeen: string;
            /** @description The keys of the sources that sent it; empty for what was imported. */
            sources: string[];
            /** @description Whether the tracking plan lists it; null when there is no plan. */
            planned: null | boolean;
        };
        /** @description One event in full. */
        CatalogueEventDetails: {
            /** @description What the list says of it. */
            event: components["schemas"]["CatalogueEvent"];
            /** @description What its calls carry, the most frequent first. */
            properties: components["schemas"]["CatalogueValue"][];
            /** @description How often it happened on each of the last 30 days on which it did. */
            days: components["schemas"]["EventDay"][];
            /** @description Which source sent it from which version of an app in those days. */
            versions: components["schemas"]["EventVersion"][];
        };
        /** @description The events of a workspace. */
        CatalogueEventList: {
            /** @description The most frequent first. */
            items: components["schemas"]["CatalogueEvent"][];
            /** @description Always null: the list is never paged. */
            next?: null | string;
        };
        /** @description The traits of customers, and those of companies under company.. */
        CatalogueTraitList: {
            /** @description The most frequent first. */
            items: components["schemas"]["CatalogueValue"][];
            /** @description Always null: the list is never paged. */
            next?: null | string;
        };
        /** @description A property of an event, or a trait of customers. */
        CatalogueValue: {
            /** @description Its path, dotted. */
            path: string;
            /** @description The types its values were seen with: text, number, numeric-text, boolean, date-text, list, object. */
            types: string[];
            /**
             * Format: int64
             * @description About how many values there are: some customers' calls stand for all when there are many.
             */
            count: number;
            /**
             * Format: double
             * @description In which share of the event's calls it is; null for traits.
             */
            share: null | number;
            /** @description The most frequent values. */
            values: components["schemas"]["CatalogueValueCount"][];
            /** @description Whether these are all the values there are. */
            complete: boolean;
        };
        /** @description A frequent value. */
        CatalogueValueCount: {
            /** @description The value as text. */
            value: string;
            /**
             * Format: int64
             * @description About how often it was seen.
             */
            count: number;
            /**
             * Format: double
             * @description In which share of the values.
             */
            share: number;
        };
        /** @description What to change about a segment; what is left out stays. */
        ChangeSegmentRequest: {
            /** @description Its name for people. */
            name?: null | string;
            /** @description Who belongs, in the segment language. */
            definition?: null | string;
            /** @description What it is for. */
            description?: null | string;
            /**
             * Format: int64
             * @description The version that the change was made from: it is refused when another is in force by now. Left out, the change is made to whatever is.
             */
            version?: null | number;
        };
        /** @description What a source is to be from now on; what is left out stays as it is. */
        ChangeSourceRequest: {
            /** @description 1 to 100 characters, for people. */
            name?: null | string;
            kind?: null | components["schemas"]["SourceKind"];
            /** @description Whether its calls are accepted; a source that is switched off is answered 401. */
            enabled?: null | boolean;
        };
        /** @description What a workspace is to be from now on; what is left out stays as it is. */
        ChangeWorkspaceRequest: {
            /** @description 1 to 100 characters, for people. */
            name?: null | string;
            /** @description ISO 4217 code in which money is shown; amounts are not converted. */
            currency?: null | string;
            /** @description IANA time zone in which days begin. */
            timeZone?: null | string;
            /** @description Whether it holds made-up data. */
            sample?: null | boolean;
        };
        /** @description A page of companies. */
        CompanyList: {
            /** @description The companies: those that begin with what was searched for first, then by name. */
            items: components["schemas"]["CompanySummary"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description A time in which a customer belonged to a company. */
        CompanyMember: {
            /**
             * Format: uuid
             * @description The customer.
             */
            profileId: string;
            identifier: null | components["schemas"]["Identifier"];
            /** @description Their name; null when not known. */
            name: null | string;
            /**
             * Format: date-time
             * @description From when.
             */
            since: string;
            /**
             * Format: date-time
             * @description Until when, because a later group call names another company; null: they belong now.
             */
            until: null | string;
        };
        /** @description A page of members. */
        CompanyMemberList: {
            /** @description Those who belong now, the latest first; then those who did. Somebody who came back is there for each time. */
            items: components["schemas"]["CompanyMember"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description A time in which a customer belonged to a company. */
        CompanySpan: {
            /**
             * Format: uuid
             * @description The id of the company's profile.
             */
            companyId: string;
            /** @description Its id as sources name it. */
            key: string;
            /**
             * Format: date-time
             * @description From when.
             */
            since: string;
            /**
             * Format: date-time
             * @description Until when; null: they belong now.
             */
            until: null | string;
        };
        /** @description The companies that a customer belonged to. */
        CompanySpanList: {
            /** @description The latest first. */
            items: components["schemas"]["CompanySpan"][];
        };
        /** @description A company in a list. */
        CompanySummary: {
            /**
             * Format: uuid
             * @description The id of its profile.
             */
            id: string;
            /** @description Its id as sources name it in group calls. */
            key: string;
            /** @description Its newest name, or else its key. */
            name: string;
            /**
             * Format: int64
             * @description How many customers belong to it now.
             */
            members: number;
            /**
             * Format: date-time
             * @description When the first group call happened that names it.
             */
            firstSeen: string;
            /**
             * Format: date-time
             * @description When the last one did.
             */
            lastSeen: string;
        };
        /** @description A trait of a company. */
        CompanyTrait: {
            /** @description Its name. */
            name: string;
            /** @description Its value. */
            value: components["schemas"]["JsonElement"];
            /** @description The source of the call that said so; empty for an imported one. */
            source: string;
            /**
             * Format: date-time
             * @description When that call happened.
             */
            time: string;
        };
        /** @description Everything known about one company. */
        CompanyView: {
            /**
             * Format: uuid
             * @description The id of its profile.
             */
            id: string;
            /** @description Its id as sources name it in group calls. */
            key: string;
            /** @description Its newest name, or else its key. */
            name: string;
            /** @description Its traits: of all group calls that say something of one, the one counts that happened last. */
            traits: components["schemas"]["CompanyTrait"][];
            /**
             * Format: int64
             * @description How many customers belong to it now: those whose latest group call names it.
             */
            members: number;
            /**
             * Format: date-time
             * @description When the first group call happened that names it.
             */
            firstSeen: string;
            /**
             * Format: date-time
             * @description When one of them did something last, or the last group call happened.
             */
            lastSeen: string;
            /**
             * Format: int64
             * @description Events, pages and screens of those who belong to it now.
             */
            events: number;
        };
        /** @description An event in two segments. */
        ComparedEvent: {
            /** @description The event. */
            name: string;
            /**
             * Format: double
             * @description Which part of the one did it in the last 90 days, 0 to 1.
             */
            shareA: number;
            /**
             * Format: double
             * @description Which part of the other did.
             */
            shareB: number;
            /**
             * Format: double
             * @description The first divided by the second; null where nobody of the other did.
             */
            lift: null | number;
        };
        /** @description A figure of two segments and of everybody. */
        ComparedFigure: {
            /** @description What it is. */
            name: string;
            /** @description count, money (in the workspace's currency), days or share (0 to 1). */
            unit: string;
            /**
             * Format: double
             * @description Of the one; null where there is nothing to divide by.
             */
            a: null | number;
            /**
             * Format: double
             * @description Of the other.
             */
            b: null | number;
            /**
             * Format: double
             * @description Of everybody.
             */
            all: null | number;
        };
        /** @description A segment of a comparison. */
        ComparedSegment: {
            /** @description Its key. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /**
             * Format: int64
             * @description How many are in it.
             */
            size: number;
        };
        /** @description A value of a trait in two segments. */
        ComparedTrait: {
            /** @description The trait. */
            path: string;
            /** @description The value as text. */
            value: string;
            /**
             * Format: double
             * @description Which part of the one has it, 0 to 1.
             */
            shareA: number;
            /**
             * Format: double
             * @description Which part of the other has it.
             */
            shareB: number;
            /**
             * Format: double
             * @description The first divided by the second; null where nobody of the other has it.
             */
            lift: null | number;
        };
        /** @description A definition that is being written. */
        CompleteDefinitionRequest: {
            /** @description The text so far. */
            definition?: null | string;
            /**
             * Format: int32
             * @description The place of the cursor, in UTF-16 code units; the end when left out.
             */
            position?: null | number;
        };
        /** @description What may stand there. */
        CompletionAnswer: {
            /**
             * Format: int32
             * @description An item's text replaces the definition from here …
             */
            from: number;
            /**
             * Format: int32
             * @description … to here.
             */
            to: number;
            /** @description At most fifty, the likeliest first. */
            items: components["schemas"]["CompletionAnswerItem"][];
        };
        /** @description Something that may follow. */
        CompletionAnswerItem: {
            /** @description What is put in. */
            text: string;
            /** @description What is shown. */
            label: string;
            /** @description keyword, event, trait, property, value, segment, number or duration. */
            kind: string;
            /** @description What is known about it, such as how often it was seen; or empty. */
            detail: string;
        };
        /** @description What evaluating a definition takes. */
        CostView: {
            /** @description low, medium or high. */
            level: string;
            /** @description What is read, for people. */
            sentence: string;
        };
        /** @description A country that bought. */
        CountryFigures: {
            /** @description The country, as the orders name it. */
            country: string;
            /**
             * Format: int64
             * @description Known customers from there who bought.
             */
            customers: number;
            /**
             * Format: double
             * @description The sum of all purchases from there.
             */
            revenue: number;
        };
        /** @description A segment to make. */
        CreateSegmentRequest: {
            /** @description Its name in URLs and in other segments: lower-case letters, digits and hyphens. */
            key?: null | string;
            /** @description Its name for people. */
            name?: null | string;
            /** @description Who belongs, in the segment language. */
            definition?: null | string;
            /** @description What it is for; may be left out. */
            description?: null | string;
        };
        /** @description A source to create. */
        CreateSourceRequest: {
            /** @description 1 to 100 characters, for people. */
            name: string;
            /** @description 1 to 40 lower-case letters, digits and inner hyphens, never changed; made of the name when left out. */
            key?: null | string;
            /** @description What sends. Default: `http`. */
            kind?: components["schemas"]["SourceKind"];
        };
        /** @description A token to create. */
        CreateTokenRequest: {
            /** @description What it is for, 1 to 100 characters. */
            name: string;
        };
        /** @description A workspace to create. */
        CreateWorkspaceRequest: {
            /** @description 1 to 40 lower-case letters, digits and inner hyphens; never changes. */
            key: string;
            /** @description 1 to 100 characters, for people. */
            name: string;
            /** @description ISO 4217 code in which money is shown. Default: EUR. */
            currency?: null | string;
            /** @description IANA time zone in which days begin. Default: UTC. */
            timeZone?: null | string;
            /**
             * @description Whether it is to hold made-up data. Default: false.
             * @default false
             */
            sample: boolean;
        };
        /** @description A token that was just created; the only time its secret is shown. */
        CreatedToken: {
            /**
             * Format: uuid
             * @description By which it is revoked.
             */
            id: string;
            /** @description What it is for. */
            name: string;
            /** @description The workspace it opens. */
            workspace: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description The secret, for Authorization: Bearer. */
            token: string;
        };
        /** @description A customer's three RFM scores, each 1 (weakest) to 5 (strongest). */
        CustomerScores: {
            /**
             * Format: int32
             * @description How recently they bought.
             */
            recency: number;
            /**
             * Format: int32
             * @description How often they bought.
             */
            frequency: number;
            /**
             * Format: int32
             * @description How much they spent.
             */
            monetary: number;
        };
        /** @description Something that is wrong with a definition, or looks wrong. */
        DefinitionProblem: {
            /** @description error: it is refused; warning: data may still come. */
            severity: string;
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. */
            message: string;
            /**
             * Format: int32
             * @description The line, from 1.
             */
            line: number;
            /**
             * Format: int32
             * @description The column, from 1.
             */
            column: number;
            /**
             * Format: int32
             * @description How many characters it is about; 0 at the end of the text.
             */
            length: number;
            /** @description What was probably meant, to replace those characters; null when nobody can tell. */
            suggestion: null | string;
            /** @description Where in a tree, as a JSON Pointer; null in a text. */
            path?: null | string;
        };
        /** @description A page of deliveries. */
        DeliveryList: {
            /** @description The latest first. */
            items: components["schemas"]["DeliveryView"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description A delivery. */
        DeliveryView: {
            /** @description What the receiver knows it by, as webhook-id. */
            id: string;
            /** @description What happened. */
            type: string;
            /** @description The segment. */
            segment: string;
            /**
             * Format: uuid
             * @description Whose membership changed.
             */
            profileId: string;
            /** @description pending, delivered or dead. */
            state: string;
            /**
             * Format: int64
             * @description How often it was tried.
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried next; null when it is not.
             */
            nextAt: null | string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was tried last; null when it never was.
             */
            triedAt: null | string;
            /**
             * Format: int64
             * @description The HTTP status of the last answer; null when there was none.
             */
            status: null | number;
            /** @description What was wrong with the last try; null when nothing was. */
            answer: null | string;
            /** @description The JSON that is sent. */
            body: string;
        };
        /** @description A line of two texts laid side by side. */
        DiffLine: {
            /** @description same, added or removed. */
            kind: string;
            /** @description The line. */
            text: string;
        };
        /**
         * @description What an engine is doing.
         * @enum {unknown}
         */
        EngineCondition: "starting" | "ready" | "restarting" | "failed" | "stopped";
        /**
         * @description Who runs the engine.
         * @enum {unknown}
         */
        EngineKind: "embedded" | "external";
        /** @description What is known about the engine. */
        EngineStatus: {
            /** @description Whether the server runs it or it runs elsewhere. */
            kind: components["schemas"]["EngineKind"];
            /** @description What it is doing. */
            state: components["schemas"]["EngineCondition"];
            /** @description Its version, once it has answered. */
            version: null | string;
            /**
             * Format: int32
             * @description How often it has been restarted since the server started.
             */
            restarts: number;
            /**
             * Format: int64
             * @description The memory it holds now, in bytes; null when it runs elsewhere.
             */
            memoryBytes: null | number;
            /** @description Why it last stopped, in one sentence; null when it never did. */
            lastError: null | string;
            /** @description What an operator must see to although it runs, a sentence each: data that was damaged and set aside. */
            warnings: string[];
        };
        /** @description A page of erasures. */
        ErasureList: {
            /** @description The latest first. */
            items: components["schemas"]["ErasureView"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description An erasure that was asked for. */
        ErasureRequested: {
            /**
             * Format: uuid
             * @description Its id: GET /api/erasures/{id} says how far it is.
             */
            id: string;
        };
        /** @description The erasure of one person. */
        ErasureView: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description Whose it is: the id of the profile there was, a hash that names nobody.
             */
            profileId: string;
            /**
             * Format: date-time
             * @description When it was asked for; what was received until then is erased.
             */
            requestedAt: string;
            /** @description By whom. */
            requestedBy: string;
            /** @description running or finished. */
            state: string;
            /** @description Whether the event log is done: waiting or done. */
            log: string;
            /** @description Whether what the pipeline knows is done. */
            stateFile: string;
            /** @description Whether the engine is done, its files too. */
            engine: string;
            /** @description Whether metadata and files are done: deliveries of webhooks, lists of rejected rows. */
            metadata: string;
            /** @description Why it does not get on just now; null when it does. */
            problem: null | string;
            /**
             * Format: date-time
             * @description When it was finished; null while it is not.
             */
            finishedAt: null | string;
            /** @description The backups that hold the person still: delete them, or erase again after restoring one. */
            backups: components["schemas"]["HoldingBackup"][];
        };
        /** @description How often an event happened on a day. */
        EventDay: {
            /**
             * Format: date
             * @description The day, UTC.
             */
            day: string;
            /**
             * Format: int64
             * @description How often.
             */
            calls: number;
        };
        /** @description A page of events. */
        EventList: {
            /** @description The events, newest first. */
            items: components["schemas"]["EventView"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description How often a source sent an event from a version of an app. */
        EventVersion: {
            /** @description The source's key; empty for what was imported. */
            source: string;
            /** @description What context.app.version says; empty when it says nothing. */
            appVersion: string;
            /**
             * Format: int64
             * @description How often.
             */
            calls: number;
            /**
             * Format: date-time
             * @description When last.
             */
            lastSeen: string;
        };
        /** @description Something a customer did. */
        EventView: {
            /** @description The id of the tracking call. */
            id: string;
            /** @description track, page, screen, identify, group or alias. */
            type: string;
            /** @description The event's or page's name; empty for the other types. */
            name: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            time: string;
            /** @description What was sent with it: properties, or traits for identify and group. */
            properties: {
                [key: string]: unknown;
            };
            /** @description Where it happened: device, page, campaign … */
            context: {
                [key: string]: unknown;
            };
        };
        /** @description A definition and a customer. */
        ExplainDefinitionRequest: {
            /** @description The definition, in the segment language. */
            definition?: null | string;
            /**
             * Format: uuid
             * @description The customer.
             */
            profileId?: null | string;
            /** @description The instant, or a date, which is its start in the workspace's time zone; now when left out. */
            at?: null | string;
        };
        /** @description Steps after which the answer is another; they were tried. */
        ExplainedChange: {
            /** @description All of them in words. */
            sentence: string;
            /** @description The steps in order. */
            steps: components["schemas"]["ExplainedStep"][];
        };
        /** @description One condition of a segment of the RFM model as it applies to one customer. */
        ExplainedCondition: {
            /** @description What it is about: Recency, Frequency, Monetary, Purchases. */
            label: string;
            /** @description The customer's value, such as "3 days ago". */
            value: string;
            /** @description What the segment asks for, such as "score 4 or 5: within 32 days". */
            text: string;
            /** @description Whether the value meets it. */
            holds: boolean;
        };
        /** @description A call that decided a condition. */
        ExplainedEvent: {
            /** @description Its id. */
            messageId: string;
            /** @description The event, or identify or group. */
            name: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            time: string;
            properties: null | components["schemas"]["JsonElement"];
        };
        /** @description One step of a change. */
        ExplainedStep: {
            /** @description do, wait, stop, set, consent, withdraw, enter or leave. */
            kind: string;
            /** @description The step in words. */
            sentence: string;
            /** @description What it is about: the event, the path of the value, the purpose or the segment; null for waiting. */
            subject: null | string;
            /**
             * Format: int32
             * @description How often, for do; otherwise null.
             */
            times: null | number;
            value: null | components["schemas"]["JsonElement"];
            /**
             * Format: date-time
             * @description When it is done, as tried; for wait and stop, until when; for do, the last time.
             */
            at: string;
        };
        /** @description Why a customer is, or is not, in a segment. */
        Explanation: {
            /** @description The segment; null for a definition that is not kept. */
            key: null | string;
            /**
             * Format: uuid
             * @description The customer.
             */
            profileId: string;
            /**
             * Format: date-time
             * @description The instant; null for segments of the RFM model, which has its own reference date.
             */
            at: null | string;
            /** @description Whether they are in it. */
            member: boolean;
            /** @description The reason in words. */
            sentence: string;
            /**
             * Format: date-time
             * @description The next instant at which the answer is another when nothing happens; null when there is none.
             */
            changesAt: null | string;
            /** @description The answer from then on; null when there is no such instant. */
            changesTo: null | boolean;
            root: null | components["schemas"]["ExplanationNode"];
            smallestChange: null | components["schemas"]["ExplainedChange"];
            /** @description Of segments of the RFM model, the conditions each with its truth: of several ways to belong, the one that holds or comes nearest. Empty for others. */
            conditions: components["schemas"]["ExplainedCondition"][];
            /** @description What the reasons leave out, of a customer with very many calls; null for nothing. What holds is found over everything in any case. */
            note?: null | string;
        };
        /** @description One part of a definition as it applies to one customer. */
        ExplanationNode: {
            /** @description Which construct it is, as in the JSON form of trees: did, trait, all, not … */
            kind: string;
            /** @description Its canonical text. */
            text: string;
            /**
             * Format: int32
             * @description The line it stands on in the definition, from 1; below a part of kind inSegment, in that segment's definition.
             */
            line: number;
            /**
             * Format: int32
             * @description The column, from 1.
             */
            column: number;
            /**
             * Format: int32
             * @description How many characters it has there.
             */
            length: number;
            /** @description Whether it holds. */
            holds: boolean;
            /** @description What is so, and what would have to be. */
            sentence: string;
            value: null | components["schemas"]["JsonElement"];
            /** @description What is asked of it. */
            needed: string;
            /** @description The calls that decided it, at most ten, the last of them last. */
            events: components["schemas"]["ExplainedEvent"][];
            /**
             * Format: int32
             * @description How many more there are.
             */
            moreEvents: number;
            /**
             * Format: date-time
             * @description The next instant at which it is otherwise when nothing happens; null when there is none.
             */
            changesAt: null | string;
            /** @description The parts it is made of. */
            children: components["schemas"]["ExplanationNode"][];
        };
        /** @description A call as it arrived. */
        FeedCall: {
            /** @description Its message id; null when it was refused. */
            id: null | string;
            /** @description track, page, screen, identify, group or alias; null when it was refused. */
            type: null | string;
            /** @description The event's or page's name, if it has one. */
            name: null | string;
            /**
             * Format: date-time
             * @description When it happened, by the server's clock.
             */
            time: string;
            /**
             * Format: date-time
             * @description When it was received.
             */
            receivedAt: string;
            /**
             * Format: uuid
             * @description The customer as far as known now; null when the call says nothing of who made it.
             */
            profileId: null | string;
            /** @description The customer's user id, if the call has one. */
            userId: null | string;
            /** @description The customer's anonymous id, if the call has one. */
            anonymousId: null | string;
            /** @description The source that sent it. */
            source: string;
            properties: null | components["schemas"]["JsonElement"];
            context: null | components["schemas"]["JsonElement"];
            /** @description Whether it goes on; otherwise it was kept aside. */
            accepted: boolean;
            /** @description Why it was kept aside. */
            reason: null | string;
            /** @description Which field was to blame, if one was. */
            field: null | string;
        };
        /** @description How a file is built, as recognised. */
        FileShape: {
            /** @description csv, xlsx, xls or jsonl. */
            format: string;
            /** @description What separates the values of a csv: ,, ;, a tab or |; null for other formats. */
            delimiter: null | string;
            /** @description The characters' encoding: UTF-8, UTF-16 or Windows-1252; null for workbooks. */
            encoding: null | string;
            /** @description Whether it is inside gzip. */
            compressed: boolean;
            /** @description The sheet that is read, of a workbook. */
            sheet: null | string;
        };
        /** @description A column of a file that is looked at. */
        GuessedColumn: {
            /** @description Its name; #3 when the third column has none. */
            name: string;
            /** @description Its first few different values. */
            samples: string[];
            /** @description empty, email, date, clock, integer, number, currency or text. */
            type: string;
        };
        /** @description A backup from before an erasure. */
        HoldingBackup: {
            /** @description Where it was written. */
            directory: string;
            /**
             * Format: date-time
             * @description The instant it is of.
             */
            madeAt: string;
        };
        /** Format: binary */
        IFormFile: string;
        /** @description One name by which a source knows a person: a kind (`user_id`, `email` …) and a value. */
        Identifier: {
            /** @description One of IdentifierKinds or a source's own kind: lower-case letters, digits and underscores. */
            kind?: string;
            /** @description The value as the source sends it, trimmed, never empty. */
            value?: string;
        };
        /** @description Somebody said that two groups of identifiers are not the same customer's: no profile ever has identifiers of both. */
        IdentityCut: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description The one group. */
            one: components["schemas"]["Identifier"][];
            /** @description The other. */
            other: components["schemas"]["Identifier"][];
            /**
             * Format: date-time
             * @description When it was said.
             */
            madeAt: string;
            /** @description By whom. */
            madeBy: string;
        };
        /** @description What is kept apart in a workspace. */
        IdentityCutList: {
            /** @description The cuts, the oldest first. */
            items: components["schemas"]["IdentityCut"][];
        };
        /** @description Rules to use from now on. */
        IdentityRulesRequest: {
            /** @description The kinds in order of priority; null for the usual ones. */
            kinds?: null | components["schemas"]["KindRule"][];
            /** @description Values that say nothing about who somebody is; null for the usual ones. */
            blocked?: null | string[];
        };
        /** @description The rules of a workspace. */
        IdentityRulesView: {
            /** @description The kinds in order of priority; the kind * stands for every kind that is not listed. */
            kinds: components["schemas"]["KindRule"][];
            /** @description Values that say nothing about who somebody is. */
            blocked: string[];
            /** @description ready, or resolving while the identifiers that are known are resolved by changed rules. */
            state: string;
        };
        /** @description One possible answer to an ImportQuestion. */
        ImportAnswer: {
            /** @description What to send as the answer. */
            value: string;
            /** @description What it means. */
            text: string;
        };
        /** @description How a file would be read, guessed from its beginning. */
        ImportGuess: {
            /** @description csv, xlsx or jsonl. */
            format: string;
            /** @description What separates the values of a csv. */
            delimiter: null | string;
            /** @description The characters' encoding; null for workbooks. */
            encoding: null | string;
            /** @description The columns. */
            columns: components["schemas"]["GuessedColumn"][];
            /** @description Which column or formula probably has what. */
            mapping: {
                [key: string]: components["schemas"]["MappingGuess"];
            };
            /** @description Targets that are needed and have no column. */
            missing: string[];
            /** @description What the beginning of the file leaves open. The rest of the file may answer it. */
            questions: components["schemas"]["ImportQuestion"][];
        };
        /**
         * @description What a file holds.
         * @enum {unknown}
         */
        ImportKind: "orders" | "events" | "customers";
        /** @description Some of the imports of a workspace, newest first. */
        ImportPage: {
            /** @description The imports. */
            items: components["schemas"]["ImportView"][];
            /** @description The cursor of those that follow; null when there are none. */
            next: null | string;
        };
        /** @description Something that the file leaves open and that only its sender can decide. */
        ImportQuestion: {
            /** @description The option that answers it, such as dateFormat, or map. and a target. */
            id: string;
            /** @description The question, with both readings. */
            text: string;
            /** @description The answers there are. */
            options: components["schemas"]["ImportAnswer"][];
        };
        /**
         * @description Where an import is on its way.
         * @enum {unknown}
         */
        ImportState: "queued" | "reading" | "publishing" | "done" | "failed" | "needs-answer";
        /** @description An import, as the API shows it. */
        ImportView: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What the file holds. */
            kind: components["schemas"]["ImportKind"];
            /** @description The name the file was sent under. */
            fileName: string;
            /** @description Where it is on its way. */
            state: components["schemas"]["ImportState"];
            /**
             * Format: int64
             * @description Rows read, blank ones not counted: those accepted, rejected and duplicate together.
             */
            rowsRead: number;
            /**
             * Format: int64
             * @description Rows that are there because of this import. Until it is done, duplicates are among them.
             */
            rowsAccepted: number;
            /**
             * Format: int64
             * @description Rows that could not be understood.
             */
            rowsRejected: number;
            /**
             * Format: int64
             * @description Rows that were there already.
             */
            rowsDuplicate: number;
            /**
             * Format: int64
             * @description Bytes of the file that were read.
             */
            bytesRead: number;
            /**
             * Format: int64
             * @description Bytes of the file.
             */
            bytesTotal: number;
            /** @description How many rows are of each kind; for orders: sale, return, cancellation, free, adjustment …, withoutCustomer. */
            counts: {
                [key: string]: number;
            };
            /** @description How many order lines are about what: product, postage, discount … */
            lineTypes: {
                [key: string]: number;
            };
            file: null | components["schemas"]["FileShape"];
            /** @description Which column or formula has what: target → source. */
            mapping: {
                [key: string]: string;
            };
            /** @description How the file was understood, in sentences. */
            mappingNotes: string[];
            /** @description What the sender must decide, in state needs-answer. */
            questions: components["schemas"]["ImportQuestion"][];
            /** @description Why rows were rejected, the commonest reason first. */
            rejections: components["schemas"]["RejectionCount"][];
            /** @description Where the rejected rows can be had as CSV; null when there are none. */
            rejectedUrl: null | string;
            /** @description Why it failed, for programs. */
            errorCode: null | string;
            /** @description Why it failed, in one sentence. */
            error: null | string;
            /**
             * Format: date-time
             * @description When the file was here.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When reading began.
             */
            startedAt: null | string;
            /**
             * Format: date-time
             * @description When it was done or had failed.
             */
            finishedAt: null | string;
        };
        /** @description Properties, or traits; null when there are none. */
        JsonElement: unknown;
        JsonObject: Record<string, unknown>;
        /** @description What counts for identifiers of one kind. */
        KindRule: {
            /** @description The kind, such as user_id; * for every other kind. */
            kind: string;
            /**
             * Format: int32
             * @description How many of the kind a profile may have, from 1; null for any number. An alias call may exceed it.
             */
            limit?: null | number;
            /** @description With which kinds it may be joined; null for all. */
            joins?: null | string[];
        };
        /** @description A ready segment as it would be in the workspace. */
        LibraryItem: {
            /** @description Its key. */
            key: string;
            /** @description Its name. */
            name: string;
            /** @description Which strategy it serves: behavioural, demographic, psychographic, technographic, needs-based, value-based, engagement. */
            strategy: string;
            /** @description The question that it answers. */
            question: string;
            /** @description Who belongs, and what to do about them. */
            description: string;
            /** @description Its definition in the segment language. */
            definition: string;
            /** @description What can be chosen, with what was found in the workspace's data. */
            parameters: components["schemas"]["LibraryParameter"][];
            /** @description What its members come to. */
            metrics: components["schemas"]["LibraryMetric"][];
            /** @description Whether the workspace's data can carry it. */
            available: boolean;
            /** @description What is lacking, and how to send it; empty when it is available. */
            missing: string[];
            /**
             * Format: int64
             * @description How many would belong; null where it is not available, and while it is being found.
             */
            size: null | number;
            /** @description The key of the segment that was made of it; null when there is none. */
            adoptedAs: null | string;
        };
        /** @description The ready segments. */
        LibraryList: {
            /** @description By strategy. */
            items: components["schemas"]["LibraryItem"][];
            /** @description Always null: the list is short. */
            next: null | string;
        };
        /** @description What the members of a ready segment come to. */
        LibraryMetric: {
            /** @description What it is. */
            name: string;
            /** @description How it is counted. */
            description: string;
            /**
             * Format: double
             * @description The value; null where it is not known.
             */
            value: null | number;
            /** @description count, money (in the workspace's currency) or share (0 to 1). */
            unit: string;
        };
        /** @description Something about a ready segment that can be chosen. */
        LibraryParameter: {
            /** @description Its name. */
            name: string;
            /** @description What it is. */
            description: string;
            /** @description What it is in this workspace; null when nothing suitable was found. */
            value: null | string;
        };
        /** @description An identifier of a profile. */
        LinkedIdentifier: {
            /** @description Its kind. */
            kind: string;
            /** @description Its value. */
            value: string;
            /**
             * Format: date-time
             * @description When the first call happened that linked it with another.
             */
            linkedAt: string;
            /** @description The source of that call; empty for an imported one. */
            source: string;
        };
        /** @description What comparing live membership with the engine found. */
        LiveDifferences: {
            /**
             * Format: int64
             * @description Differences since the server started; each is a defect, and was put right.
             */
            total: number;
            /**
             * Format: date-time
             * @description When it was last compared.
             */
            lastCheckedAt: null | string;
        };
        /** @description How the evaluation of segments call by call is doing. */
        LiveFigures: {
            /**
             * Format: int64
             * @description Customers whose state is in memory.
             */
            customersInMemory: number;
            /**
             * Format: int64
             * @description Customers whose state is kept; null when that is not known.
             */
            customersWithState: null | number;
            /**
             * Format: int32
             * @description Segments that follow each call.
             */
            segments: number;
            evaluateMicroseconds: null | components["schemas"]["LiveSpread"];
            /**
             * Format: int64
             * @description Customers whose instant has come and who wait to be evaluated; null when that is not known.
             */
            timersDue: null | number;
            /**
             * Format: int64
             * @description Customers who are evaluated by themselves later; null when that is not known.
             */
            timersWaiting: null | number;
            /**
             * Format: date-time
             * @description When the first of them is; null for never.
             */
            nextTimer: null | string;
            differences: null | components["schemas"]["LiveDifferences"];
        };
        /** @description The middle and the end of what was measured. */
        LiveSpread: {
            /**
             * Format: double
             * @description Half of it is not above.
             */
            p50: number;
            /**
             * Format: double
             * @description 99 of 100 are not above.
             */
            p99: number;
        };
        /** @description The process is alive. */
        Liveness: {
            /** @description Always alive. */
            status: string;
        };
        /** @description The source that is thought to have what a target wants. */
        MappingGuess: {
            /** @description A column or formula. */
            source: string;
            /**
             * Format: double
             * @description 0 to 1.
             */
            confidence: number;
            /** @description Why, as a sentence. */
            reason: string;
        };
        /** @description A call that named two identifiers. */
        MergeView: {
            /** @description One of them. */
            one: components["schemas"]["Identifier"];
            /** @description The other. */
            other: components["schemas"]["Identifier"];
            /**
             * Format: date-time
             * @description When the first such call happened.
             */
            time: string;
            /** @description Its id. */
            messageId: string;
            /** @description Its source; empty for an imported one. */
            source: string;
            /** @description The reason, in one sentence. */
            sentence: string;
        };
        /** @description A line of an order. */
        OrderLineView: {
            /** @description The product's code. */
            sku: string;
            /** @description The product's name. */
            description: string;
            /**
             * Format: double
             * @description Pieces; negative when they went back.
             */
            quantity: number;
            /**
             * Format: double
             * @description The price of one.
             */
            unitPrice: number;
            /**
             * Format: double
             * @description What the line comes to; negative when money went back.
             */
            amount: number;
            /** @description What the line was taken for: sale, return, cancellation, free, adjustment, fee, discount, other-currency. */
            kind: string;
        };
        /** @description A page of orders. */
        OrderList: {
            /** @description The orders, newest first. */
            items: components["schemas"]["OrderView"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /**
         * @description What became of an order.
         * @enum {unknown}
         */
        OrderStatus: "completed" | "cancelled" | "returned" | "partly-returned";
        /** @description An order of a customer. */
        OrderView: {
            /** @description Its number. */
            orderId: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            time: string;
            /** @description What became of it. */
            status: components["schemas"]["OrderStatus"];
            /**
             * Format: double
             * @description The sum of all its lines: negative for an order that only gives back.
             */
            amount: number;
            /**
             * Format: double
             * @description The pieces of all its lines.
             */
            quantity: number;
            /** @description The currency of the amounts. */
            currency: string;
            /** @description Its lines, in the order of the file they came from. */
            lines: components["schemas"]["OrderLineView"][];
        };
        /** @description How the business is doing. Money counts purchases; what went back stands beside it. */
        Overview: {
            /** @description The currency of all amounts. */
            currency: string;
            /**
             * Format: date
             * @description The day of the last purchase there is; null when there is none.
             */
            asOf: null | string;
            /**
             * Format: date
             * @description The first day of the period; null when there are no purchases and none was asked for.
             */
            from: null | string;
            /**
             * Format: date
             * @description The day after the period; null when there are no purchases and none was asked for.
             */
            to: null | string;
            /**
             * Format: int64
             * @description Everyone who is known by an identifier now, whether they have bought or not.
             */
            knownProfiles: number;
            /**
             * Format: int64
             * @description Known customers who had bought at least once by the end of the period.
             */
            customers: number;
            /**
             * Format: int64
             * @description Known customers who bought in the period.
             */
            activeCustomers: number;
            /**
             * Format: int64
             * @description Known customers whose first purchase was in the period.
             */
            newCustomers: number;
            /**
             * Format: int64
             * @description Orders with at least one purchased line, of known customers and others.
             */
            orders: number;
            /**
             * Format: double
             * @description The sum of all purchases, of known customers and others; returns are not taken off.
             */
            revenue: number;
            /**
             * Format: double
             * @description What went back: returns, cancellations and discounts, as a positive amount.
             */
            returns: number;
            /**
             * Format: double
             * @description Revenue less returns.
             */
            netRevenue: number;
            /**
             * Format: double
             * @description Revenue per order; 0 when there are none.
             */
            averageOrderValue: number;
            /**
             * Format: int64
             * @description Orders whose customer is not known.
             */
            ordersWithoutCustomer: number;
            /** @description Against the period of as many days before. */
            change: components["schemas"]["OverviewChange"];
            /** @description The period in steps, oldest first, without gaps. */
            series: components["schemas"]["OverviewPoint"][];
            /** @description The ten products that brought in most. */
            topProducts: components["schemas"]["TopProduct"][];
            /** @description Where the money came from, most first. */
            countries: components["schemas"]["CountryFigures"][];
        };
        /** @description By what fraction figures have grown against the period before; null where the data do not reach back over the whole of it. */
        OverviewChange: {
            /**
             * Format: double
             * @description Revenue.
             */
            revenue: null | number;
            /**
             * Format: double
             * @description Orders.
             */
            orders: null | number;
            /**
             * Format: double
             * @description Customers who bought.
             */
            customers: null | number;
            /**
             * Format: double
             * @description Revenue per order.
             */
            averageOrderValue: null | number;
        };
        /** @description A step of the period. */
        OverviewPoint: {
            /**
             * Format: date
             * @description Its first day.
             */
            start: string;
            /**
             * Format: double
             * @description The sum of all purchases.
             */
            revenue: number;
            /**
             * Format: int64
             * @description Orders with at least one purchased line.
             */
            orders: number;
            /**
             * Format: int64
             * @description Known customers who bought.
             */
            customers: number;
            /**
             * Format: int64
             * @description Known customers whose first purchase it was.
             */
            newCustomers: number;
            /**
             * Format: double
             * @description What went back, as a positive amount.
             */
            returns: number;
        };
        /** @description A definition to read and check. */
        ParseSegmentRequest: {
            /** @description The text. */
            definition?: null | string;
            /** @description Instead of a text, a tree in the language's JSON form. */
            tree?: unknown;
            /** @description The key of the segment that it is or will be the definition of, so that a circle is noticed; may be left out. */
            key?: null | string;
        };
        /** @description What a definition was read as. */
        ParsedSegment: {
            /** @description The text as it is kept. */
            canonical: string;
            /** @description The definition in plain English. */
            description: string;
            /** @description The definition as a tree, in the language's JSON form. */
            tree: components["schemas"]["JsonElement"];
            /** @description What looks wrong. */
            warnings: components["schemas"]["DefinitionProblem"][];
            /** @description The keys of the segments it refers to. */
            references: string[];
            /** @description What evaluating it takes. */
            cost: components["schemas"]["CostView"];
        };
        /** @description How large batches were lately. */
        PipelineBatches: {
            /**
             * Format: double
             * @description Half of them had no more calls; null when there was none.
             */
            rowsP50: null | number;
            /**
             * Format: double
             * @description 99 of 100 had no more calls; null when there was none.
             */
            rowsP99: null | number;
        };
        /** @description A partition of the log. */
        PipelinePartition: {
            /**
             * Format: int32
             * @description Its number, from 0.
             */
            partition: number;
            /**
             * Format: int64
             * @description Up to here everything is stored.
             */
            position: number;
            /**
             * Format: int64
             * @description The last call that is durable.
             */
            head: number;
            /**
             * Format: int64
             * @description Calls in between.
             */
            behind: number;
        };
        /** @description A stage of the pipeline. */
        PipelineStage: {
            /** @description received, accepted, refused, duplicate, resolved, live or stored. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /**
             * Format: int64
             * @description Calls since the server started.
             */
            total: number;
            /**
             * Format: double
             * @description Calls a second, the mean of the last ten seconds.
             */
            perSecond: number;
            /**
             * Format: int64
             * @description Calls that wait before it; null where none can.
             */
            backlog: null | number;
            /**
             * Format: double
             * @description For how long the oldest of them has waited at most; null where none can.
             */
            lagSeconds: null | number;
        };
        /** @description How the pipeline is doing now. What is not known is null. */
        PipelineView: {
            /**
             * Format: date-time
             * @description When this was read.
             */
            at: string;
            /** @description The stages a call goes through, in order. */
            stages: components["schemas"]["PipelineStage"][];
            /** @description The partitions of the log. */
            partitions: components["schemas"]["PipelinePartition"][];
            /** @description The evaluation of segments call by call. */
            live: components["schemas"]["LiveFigures"];
            /** @description The batches that were stored lately. */
            batches: components["schemas"]["PipelineBatches"];
            /** @description Whether senders were told in the last ten seconds to come again. */
            refusing: boolean;
            /** @description Why, in one sentence. */
            refusedBecause: null | string;
        };
        /** @description Something wrong with a file. */
        PlanProblem: {
            /** @description The file. */
            path: string;
            /**
             * Format: int32
             * @description The line, from 1.
             */
            line: number;
            /**
             * Format: int32
             * @description The column, from 1.
             */
            column: number;
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. */
            message: string;
        };
        /** @description Calls that do not keep to the tracking plan in one way. */
        PlanViolation: {
            /** @description The event; identify for traits. */
            event: string;
            /** @description The source that sent them. */
            source: string;
            /** @description What context.app.version says; empty when it says nothing. */
            appVersion: string;
            /** @description What is wrong. */
            kind: components["schemas"]["PlanViolationKind"];
            /** @description Which property or trait, dotted; empty when it is the event itself. */
            path: string;
            /**
             * Format: int64
             * @description How many calls in the last 30 days.
             */
            count: number;
            /**
             * Format: date-time
             * @description When the first of them was received.
             */
            firstAt: string;
            /**
             * Format: date-time
             * @description When the last of them was received.
             */
            lastAt: string;
            /** @description What the plan says. */
            expected: string;
            /** @description What the last of them had. */
            seen: string;
            /** @description The last of them. */
            messageId: string;
        };
        /**
         * @description What can be wrong with a call.
         * @enum {unknown}
         */
        PlanViolationKind: "missing" | "type" | "value" | "unexpected" | "unplanned-event";
        /** @description What did not keep to the plan. */
        PlanViolationList: {
            /** @description The most frequent first. */
            items: components["schemas"]["PlanViolation"][];
            /** @description Always null: at most 500 are shown. */
            next?: null | string;
        };
        /** @description An event that is planned. */
        PlannedEvent: {
            /** @description Its name; pages and screens are Page Viewed and Screen Viewed. */
            name: string;
            /** @description What it means, for people. */
            description?: null | string;
            /** @description A JSON Schema of its properties; anything goes when it is left out. */
            schema?: unknown;
        };
        /** @description A segment that some of those who would belong are in. */
        PreviewOverlap: {
            /** @description Its key. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /**
             * Format: int64
             * @description How many of them.
             */
            count: number;
            /**
             * Format: double
             * @description Their part of those who would belong, 0 to 1.
             */
            share: number;
        };
        /** @description A definition to try out. */
        PreviewSegmentRequest: {
            /** @description The text. */
            definition?: null | string;
            /** @description The instant asked about, or a date, which is its start in the workspace's time zone; now when left out. */
            at?: null | string;
            /** @description exact, the default, or sampled: an answer at once, about a part of the customers. */
            mode?: null | string;
            /** @description The key of the segment that it is or will be the definition of, so that a circle is noticed; may be left out. */
            key?: null | string;
        };
        /** @description What went wrong with a request, as RFC 9457 says it: the body of every answer from 400 up. */
        Problem: {
            /** @description Always about:blank: the code names the kind. */
            type?: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What went wrong, for programs: short, lower-case, stable. */
            code: string;
            /** @description What went wrong, in a few words, the same for every problem of the code. */
            title: string;
            /** @description What, where and what to do, in one sentence, for people. */
            detail: string;
        };
        /** @description A trait that a list of customers may show. */
        ProfileColumn: {
            /** @description Its name. */
            name: string;
            /**
             * Format: double
             * @description The share of customers that have it, 0 to 1; of many customers, of a sample of them.
             */
            share: number;
        };
        /** @description The traits that a list of customers may show. */
        ProfileColumnList: {
            /** @description The commonest first. */
            items: components["schemas"]["ProfileColumn"][];
        };
        /** @description The company that a customer belongs to. */
        ProfileCompany: {
            /** @description Its id as sources name it in group calls. */
            id: string;
            /**
             * Format: uuid
             * @description The id of its own profile: GET /api/companies/{id}.
             */
            profileId: string;
            /** @description Its newest name, or else its id. */
            name: string;
        };
        /** @description What is computed of everything that a customer ever did; the same in whatever order calls arrived, and after every merge. */
        ProfileComputed: {
            /**
             * Format: int64
             * @description Runs of events, pages and screens; 30 minutes of silence end one.
             */
            sessions: number;
            /**
             * Format: int64
             * @description Days, in the workspace's time zone, on which there was any.
             */
            daysActive: number;
            /**
             * Format: int64
             * @description Devices, by the device id that their context gives, or else by anonymous ids.
             */
            devices: number;
            /** @description From where they came first: paid-search, organic-search, email, social, direct, referral: example.com, campaign: partner …; null when no call tells. */
            acquisitionChannel: null | string;
            /**
             * Format: double
             * @description All purchases, what went back taken off.
             */
            lifetimeRevenue: number;
            /** @description The currency of the amount. */
            currency: string;
        };
        /** @description Something that a customer is known by. */
        ProfileIdentifier: {
            /** @description Its kind: user_id, email, phone, anonymous_id, or a source's own. */
            kind: string;
            /** @description Its value. */
            value: string;
            /** @description The source of the first call that has it; empty for an imported one. */
            source: string;
            /**
             * Format: date-time
             * @description When that call happened.
             */
            firstSeen: string;
        };
        /** @description A page of profiles. */
        ProfileList: {
            /** @description The profiles, in the order asked for. */
            items: components["schemas"]["ProfileSummary"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description How a profile came to be. */
        ProfileMerges: {
            /**
             * Format: uuid
             * @description The profile.
             */
            profileId: string;
            /** @description What it is known by, the one that its id is made of first, then by priority and by when they were first linked. */
            identifiers: components["schemas"]["LinkedIdentifier"][];
            /** @description The links that joined them, in the order in which their calls happened. */
            items: components["schemas"]["MergeView"][];
            /** @description Links to identifiers of other customers that do not count. */
            refused: components["schemas"]["RefusedMerge"][];
        };
        /** @description Where the RFM model sees a customer. */
        ProfileRfm: {
            /**
             * Format: int32
             * @description Days from the date of the last purchase to the reference date.
             */
            recencyDays: number;
            /**
             * Format: int64
             * @description Orders.
             */
            frequency: number;
            /**
             * Format: double
             * @description Money spent, as the model counts it: within its window, and with returns taken off only if IsNet.
             */
            monetary: number;
            /**
             * Format: date
             * @description The day to which days are counted.
             */
            referenceDate: null | string;
            /**
             * Format: int32
             * @description How many days before the reference date count; null: everything before it.
             */
            windowDays: null | number;
            /** @description Whether returns are taken off Monetary. */
            isNet: boolean;
            /** @description The three scores, 1 to 5. */
            scores: components["schemas"]["CustomerScores"];
            /** @description The segment they make. */
            segment: components["schemas"]["SegmentReference"];
            /** @description The reason, in one sentence. */
            why: string;
        };
        /** @description A segment that a customer is in. */
        ProfileSegment: {
            /** @description Its name in URLs. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /** @description How it is made. */
            kind: string;
            /**
             * Format: date
             * @description For segments in the language, the day on which they entered it last. For those of the RFM model, the first month's end from which on they were in it without a break, or else the reference date; null while the past is being computed.
             */
            since: null | string;
        };
        /** @description A profile in a list. */
        ProfileSummary: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description The identifier the customer was first known by. */
            identifier: components["schemas"]["Identifier"];
            /** @description Their name; null when not known. */
            name: null | string;
            /** @description Their country; null when not known. */
            country: null | string;
            /**
             * Format: date-time
             * @description The time of the first thing known of them.
             */
            firstSeen: string;
            /**
             * Format: date-time
             * @description The time of the last thing known of them.
             */
            lastSeen: string;
            /**
             * Format: int64
             * @description Orders over all time.
             */
            orders: number;
            /**
             * Format: double
             * @description The sum of all purchases; returns are not taken off.
             */
            revenue: number;
            /** @description The segments they are in. */
            segments: components["schemas"]["SegmentReference"][];
            /** @description The traits that were asked for, by name; one that is not known is left out. */
            columns: {
                [key: string]: unknown;
            };
        };
        /** @description What a customer is worth. */
        ProfileValue: {
            /**
             * Format: int64
             * @description Distinct orders with at least one purchased line.
             */
            orders: number;
            /**
             * Format: double
             * @description The sum of all purchases; returns are not taken off.
             */
            revenue: number;
            /**
             * Format: double
             * @description What went back: returns, cancellations and discounts, as a positive amount.
             */
            returns: number;
            /**
             * Format: double
             * @description Revenue per order; 0 when there are none.
             */
            averageOrderValue: number;
            /** @description The currency of the amounts. */
            currency: string;
        };
        /** @description Everything known about one customer. */
        ProfileView: {
            /**
             * Format: uuid
             * @description The profile's id.
             */
            id: string;
            /** @description What they are known by, the one first that the id is made of. */
            identifiers: components["schemas"]["ProfileIdentifier"][];
            /** @description Their name; null when not known. */
            name: null | string;
            /** @description Their country; null when not known. */
            country: null | string;
            /** @description What else is known of them. */
            traits: {
                [key: string]: unknown;
            };
            /** @description The latest context of their calls. */
            context: {
                [key: string]: unknown;
            };
            /** @description What is computed of all they ever did. */
            computed: components["schemas"]["ProfileComputed"];
            company: null | components["schemas"]["ProfileCompany"];
            /**
             * Format: date-time
             * @description The time of the first thing known of them.
             */
            firstSeen: string;
            /**
             * Format: date-time
             * @description The time of the last thing known of them.
             */
            lastSeen: string;
            /** @description The segments they are in. */
            segments: components["schemas"]["ProfileSegment"][];
            /** @description Scores by name: rfm.recency, rfm.frequency, rfm.monetary. */
            scores: {
                [key: string]: number;
            };
            rfm: null | components["schemas"]["ProfileRfm"];
            /** @description What they are worth. */
            value: components["schemas"]["ProfileValue"];
            /**
             * Format: uuid
             * @description The erasure that was asked for last for this id: of this customer while it is on its way, else of somebody who had the identifier before; null when there was none.
             */
            lastErasure: null | string;
        };
        /** @description Whether the server can work. */
        Readiness: {
            /** @description Whether every part can. */
            ready: boolean;
            /** @description Each part; nothing more is said without signing in. */
            parts: components["schemas"]["ReadinessPart"][];
        };
        /** @description One part of the server. */
        ReadinessPart: {
            /** @description Its name. */
            name: string;
            /** @description Whether it can work. */
            ready: boolean;
        };
        /** @description A customer entered or left a segment. */
        RecordedChange: {
            /** @description The segment's key. */
            segment: string;
            /**
             * Format: uuid
             * @description The customer.
             */
            profileId: string;
            /**
             * Format: date-time
             * @description When.
             */
            time: string;
            /** @description Whether they entered it; otherwise they left it. */
            entered: boolean;
            /** @description What brought it about: event, time, definition, merge, repair; empty where that was not noted yet. */
            cause: string;
            /** @description The call that did; null when none did. */
            messageId: null | string;
        };
        /** @description A call that was kept aside. */
        RefusedCall: {
            /**
             * Format: int32
             * @description Its place in the batch, from 0.
             */
            index: number;
            /** @description Why, such as "a track call needs an event". */
            reason: string;
            /** @description The field to blame; empty when it is the whole call. */
            field: string;
        };
        /** @description A link that does not count. */
        RefusedMerge: {
            /** @description The link. */
            link: components["schemas"]["MergeView"];
            /** @description Why, in one sentence. */
            reason: string;
        };
        /** @description Something that a source sent and that was kept aside. */
        RejectedEvent: {
            /**
             * Format: date-time
             * @description When it was received.
             */
            receivedAt: string;
            /** @description The source that sent it. */
            source: string;
            /** @description Why it is no valid tracking call. */
            reason: string;
            /** @description The field to blame; empty when it is the whole call. */
            field: string;
            /** @description What was sent, at most its first 32 KB. */
            body: string;
        };
        /** @description A page of what was kept aside. */
        RejectedEventList: {
            /** @description Newest first. */
            items: components["schemas"]["RejectedEvent"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description How many rows were rejected for one reason. */
        RejectionCount: {
            /** @description The reason. */
            reason: string;
            /** @description The column or formula that has the trouble; empty when the row as a whole has. */
            column: string;
            /**
             * Format: int64
             * @description How many rows.
             */
            rows: number;
            /**
             * Format: int64
             * @description The line of the first of them.
             */
            line: number;
            /** @description The value of the first of them. */
            example: string;
        };
        /** @description How often something was kept aside for one reason. */
        RejectionReason: {
            /** @description The source that sent it. */
            source: string;
            /** @description Why. */
            reason: string;
            /** @description The field to blame; empty when it is the whole call. */
            field: string;
            /**
             * Format: int64
             * @description How often in the last 30 days.
             */
            count: number;
            /**
             * Format: date-time
             * @description When it last happened.
             */
            lastReceivedAt: string;
        };
        /** @description Why things were kept aside. */
        RejectionReasonList: {
            /** @description Every reason, the most frequent first. */
            items: components["schemas"]["RejectionReason"][];
            /** @description Always null: the list is short and never paged. */
            next?: null | string;
        };
        /** @description How many deliveries are made again. */
        ReplayView: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
        };
        /** @description New options for the RFM model; what is left out takes its default. */
        RfmChange: {
            /** @description The options. */
            options: components["schemas"]["RfmOptions"];
        };
        /** @description The bounds of the scores 2, 3, 4 and 5 on each axis, in that order; null where no customer reaches the score. */
        RfmCutoffs: {
            /** @description A score is reached with at most this many days since the last purchase. */
            recency: (null | number)[];
            /** @description A score is reached with at least this many orders. */
            frequency: (null | number)[];
            /** @description A score is reached with at least this much money. */
            monetary: (null | number)[];
        };
        /** @description One of the 25 combinations of recency and frequency scores. */
        RfmGridCell: {
            /**
             * Format: int32
             * @description Recency score, 1 to 5.
             */
            recency: number;
            /**
             * Format: int32
             * @description Frequency score, 1 to 5.
             */
            frequency: number;
            /**
             * Format: int64
             * @description How many customers are in it.
             */
            customers: number;
            /**
             * Format: double
             * @description What they spent.
             */
            revenue: number;
            /**
             * Format: double
             * @description What they spent on average; 0 when there are none.
             */
            averageMonetary: number;
            /** @description The segments they are in, largest first. */
            segments: components["schemas"]["RfmGridSegment"][];
        };
        /** @description A segment's part of a cell of the grid. */
        RfmGridSegment: {
            /** @description The segment. */
            key: string;
            /**
             * Format: int64
             * @description How many of its customers are in the cell.
             */
            size: number;
        };
        /**
         * @description What counts as money spent.
         * @enum {unknown}
         */
        RfmMonetary: "gross" | "net";
        /**
         * @description Which set of segment names is used.
         * @enum {unknown}
         */
        RfmNaming: "full" | "short";
        /** @description The settings of a workspace's RFM model. */
        RfmOptions: {
            /** @description How values become scores. Default: quintiles. */
            scoring?: components["schemas"]["RfmScoring"];
            thresholds?: null | components["schemas"]["RfmThresholds"];
            /**
             * Format: int32
             * @description How many days before the reference date count; null: everything before it. From 1 to 36,500.
             */
            windowDays?: null | number;
            /**
             * Format: date
             * @description The day from whose beginning one looks back: days are counted to it, and purchases on it or later do not count. Null: the day after the last purchase in the data, so that an old file is judged as of its own end.
             */
            referenceDate?: null | string;
            /** @description What counts as money spent. Default: gross. */
            monetary?: components["schemas"]["RfmMonetary"];
            /** @description Which set of segment names is used. Default: full. */
            naming?: components["schemas"]["RfmNaming"];
        };
        /** @description The options of a model, all of them. */
        RfmOptionsView: {
            /** @description How values become scores. */
            scoring: components["schemas"]["RfmScoring"];
            thresholds: null | components["schemas"]["RfmThresholds"];
            /**
             * Format: int32
             * @description How many days before the reference date count; null: everything before it.
             */
            windowDays: null | number;
            /**
             * Format: date
             * @description The reference date that was set; null: the day after the last purchase in the data.
             */
            referenceDate: null | string;
            /** @description What counts as money spent. */
            monetary: components["schemas"]["RfmMonetary"];
            /** @description Which set of segment names is used. */
            naming: components["schemas"]["RfmNaming"];
        };
        /**
         * @description Whether the months of the past are up to date.
         * @enum {unknown}
         */
        RfmPastStateView: "ready" | "computing";
        /** @description How far the months of the past are, of which trends, changes and the dates since when are made. */
        RfmPastView: {
            /** @description Whether they are up to date: `ready`, or `computing` in the background, one month after the other. */
            state: components["schemas"]["RfmPastStateView"];
            /**
             * Format: int32
             * @description How many months' ends there are; 0 while that is not known yet, and when there are none.
             */
            months: number;
            /**
             * Format: int32
             * @description How many of them are up to date.
             */
            done: number;
            /** @description Why the last try to compute one failed, while it is being tried again; otherwise null. */
            problem: null | string;
        };
        /**
         * @description How values become scores.
         * @enum {unknown}
         */
        RfmScoring: "quintiles" | "thresholds";
        /** @description A segment and its rule. */
        RfmSegmentRule: {
            /** @description The segment. */
            key: string;
            /** @description Its name. */
            name: string;
            /** @description The scores that belong to it, such as r ≥ 4, f ≥ 4, m ≥ 4. */
            rule: string;
            /** @description Who these customers are. */
            description: string;
        };
        /**
         * @description Whether the numbers of a model are up to date.
         * @enum {unknown}
         */
        RfmStateView: "ready" | "computing" | "empty";
        /** @description Fixed cut-offs: on each axis the bounds of the scores 2, 3, 4 and 5, in that order. */
        RfmThresholds: {
            /** @description Days: a score is reached with at most this many days since the last purchase. Strictly falling, such as 365, 180, 90, 30. */
            recency: number[];
            /** @description Orders: a score is reached with at least this many. Strictly rising, such as 2, 3, 5, 10. */
            frequency: number[];
            /** @description Money in the workspace's currency: a score is reached with at least this much. Strictly rising. */
            monetary: number[];
        };
        /** @description The RFM model of a workspace. */
        RfmView: {
            /** @description The options in force, or about to be when State is computing. */
            options: components["schemas"]["RfmOptionsView"];
            /** @description Whether the numbers below are up to date. */
            state: components["schemas"]["RfmStateView"];
            /** @description How far the months of the past are, of which trends, changes and the dates since when are made. */
            past: components["schemas"]["RfmPastView"];
            /** @description Why the last computation failed, while it is being tried again; otherwise null. */
            problem: null | string;
            /**
             * Format: date
             * @description The day to which days are counted; null when there is nobody to score.
             */
            referenceDate: null | string;
            /**
             * Format: date-time
             * @description When the numbers below were computed; null when they never were.
             */
            computedAt: null | string;
            /**
             * Format: int64
             * @description How many customers have scores.
             */
            customers: number;
            cutoffs: null | components["schemas"]["RfmCutoffs"];
            /** @description 25 cells, recency 5 first, then by frequency from 5 down. */
            grid: components["schemas"]["RfmGridCell"][];
            /** @description The segments and their rules, best first. */
            segments: components["schemas"]["RfmSegmentRule"][];
        };
        /** @description What a segment was at some time. */
        RuleVersion: {
            /**
             * Format: int64
             * @description Its number, from 1.
             */
            version: number;
            /** @description Its name for people. */
            name: string;
            /** @description What it is for, or empty. */
            description: string;
            /** @description Its canonical text. */
            definition: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            changedAt: string;
            /** @description By whom. */
            changedBy: string;
        };
        /** @description Changes of membership. */
        SegmentChangeList: {
            /** @description The changes, in the order in which they were recorded. */
            items: components["schemas"]["RecordedChange"][];
            /** @description The cursor to go on from, also when there are no more yet. */
            next: string;
        };
        /** @description Two segments side by side. */
        SegmentComparison: {
            /** @description The one. */
            a: components["schemas"]["ComparedSegment"];
            /** @description The other. */
            b: components["schemas"]["ComparedSegment"];
            /**
             * Format: int64
             * @description How many are in both.
             */
            both: number;
            /**
             * Format: int64
             * @description How many are in the one only.
             */
            onlyA: number;
            /**
             * Format: int64
             * @description How many are in the other only.
             */
            onlyB: number;
            /**
             * Format: int64
             * @description How many are in either.
             */
            union: number;
            /**
             * Format: double
             * @description The part of those that is in both, 0 to 1.
             */
            jaccard: number;
            /** @description What they are worth and how active they are, beside everybody. */
            figures: components["schemas"]["ComparedFigure"][];
            /** @description Values that traits have more often in one of them, the largest difference first. */
            traits: components["schemas"]["ComparedTrait"][];
            /** @description What members of one of them did more often in the last 90 days, the largest difference first. */
            events: components["schemas"]["ComparedEvent"][];
            /** @description Whether traits and events are those of some members, always the same, because there are very many. */
            isSampled: boolean;
        };
        /** @description A file that defines a segment. */
        SegmentFileGiven: {
            /** @description Its path; the name, without .segment, is the segment's key. */
            path?: null | string;
            /** @description Its text: # name: … and # description: … at the top, then the definition. */
            text?: null | string;
        };
        /** @description The segments that people wrote as files. */
        SegmentFileList: {
            /** @description By key. */
            items: components["schemas"]["SegmentFileView"][];
            /** @description Always null: the list is short. */
            next: null | string;
        };
        /** @description A segment as a file. */
        SegmentFileView: {
            /** @description The file's name. */
            path: string;
            /** @description Its text. */
            text: string;
        };
        /** @description Files that define segments. */
        SegmentFilesRequest: {
            /** @description The files. */
            files?: null | components["schemas"]["SegmentFileGiven"][];
            /**
             * @description Whether segments that no file defines are deleted.
             * @default false
             */
            prune: boolean;
        };
        /** @description Who entered and left a segment in a period. */
        SegmentFlow: {
            /**
             * Format: date-time
             * @description The period's beginning, included; for RFM segments the month's end it could begin with.
             */
            from: string;
            /**
             * Format: date-time
             * @description Its end, not included.
             */
            to: string;
            /**
             * Format: int64
             * @description How often somebody entered by what they did or by time passing; who enters twice counts twice, except in RFM segments, where two dates are compared.
             */
            entered: number;
            /**
             * Format: int64
             * @description How often somebody left, likewise.
             */
            left: number;
            /**
             * Format: int64
             * @description How much larger the segment got by that.
             */
            net: number;
            /** @description Who came and went because the segment was computed for the first time, or anew by another definition: nobody moved. */
            recalculated: components["schemas"]["SegmentShift"];
            /** @description Who came and went because customers were put together of several, or taken apart; who was a member before under another identifier is not among them. */
            merged: components["schemas"]["SegmentShift"];
            /** @description In which other segments those who entered were just before, the most first; of RFM segments as of the last month's end before. Of an RFM segment asked about exactly one each. */
            cameFrom: components["schemas"]["SegmentFlowPart"][];
            /** @description In which other segments those who left were then; of RFM segments as of the next month's end, or now. */
            wentTo: components["schemas"]["SegmentFlowPart"][];
        };
        /** @description Where some of those who entered came from, or some of those who left went. */
        SegmentFlowPart: {
            /** @description The segment's key; null for customers whom the RFM model did not know. */
            key: null | string;
            /** @description Its name for people. */
            name: string;
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
        };
        /** @description A segment's past. */
        SegmentHistory: {
            /** @description The ends of days or months and now, oldest first. */
            items: components["schemas"]["SegmentHistoryPoint"][];
            /** @description Always null: the list is short. */
            next: null | string;
            /**
             * Format: date
             * @description The day since which it is kept who entered and left; null when it is not yet, and for RFM segments, whose past is computed from the orders.
             */
            keptSince?: null | string;
        };
        /** @description A segment's size and worth as of a date. */
        SegmentHistoryPoint: {
            /**
             * Format: date
             * @description Of segments in the language, the day at whose end it was this size: that of today is the size now. Of RFM segments, the reference date, before which everything counts: that of the first of a month is the size at the end of the month before.
             */
            date: string;
            /**
             * Format: int64
             * @description How many customers were in it.
             */
            size: number;
            /**
             * Format: double
             * @description What they had spent, as the RFM model counts; null for segments in the language.
             */
            revenue: null | number;
        };
        /** @description The segments of a workspace. */
        SegmentList: {
            /** @description Best first. */
            items: components["schemas"]["SegmentView"][];
            /** @description Always null: the list is short. */
            next: null | string;
        };
        /** @description A member of a segment. */
        SegmentMember: {
            /**
             * Format: uuid
             * @description The customer's profile.
             */
            profileId: string;
            /** @description The identifier the customer was first known by. */
            identifier: components["schemas"]["Identifier"];
            /** @description Their name; null when not known. */
            name: null | string;
            /** @description Their country; null when not known. */
            country: null | string;
            /**
             * Format: date
             * @description Of a segment written in the language the day on which they entered it last, and null where that is not known, as of an instant before it was made; of an RFM segment the first month's end from which on they were in it without a break, or else the reference date, and null while the past is being computed.
             */
            since: null | string;
            /**
             * Format: date-time
             * @description When they entered a segment written in the language; null for RFM segments, and where it is not known.
             */
            enteredAt: null | string;
            /**
             * Format: int32
             * @description Days from the date of the last purchase to the day asked about, in RFM segments to the reference date; null for who bought since, and, like the following, for who never bought.
             */
            recencyDays: null | number;
            /**
             * Format: int64
             * @description Orders.
             */
            frequency: null | number;
            /**
             * Format: double
             * @description Money spent.
             */
            monetary: null | number;
            scores: null | components["schemas"]["CustomerScores"];
        };
        /** @description A page of members. */
        SegmentMemberList: {
            /** @description The members, in the order asked for. */
            items: components["schemas"]["SegmentMember"][];
            /** @description The cursor of the next page; null on the last one. */
            next: null | string;
        };
        /** @description What a segment is called. */
        SegmentName: {
            /** @description Its name in URLs and in definitions. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /** @description How it is made: rfm or rule. */
            kind: string;
        };
        /** @description A segment that shares members with another. */
        SegmentOverlap: {
            /** @description Its key. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /**
             * Format: int64
             * @description How many are in both.
             */
            count: number;
            /**
             * Format: double
             * @description Their part of the segment asked about, 0 to 1.
             */
            share: number;
            /**
             * Format: double
             * @description Their part of all who are in either, 0 to 1.
             */
            jaccard: number;
        };
        /** @description The segments that share members with one. */
        SegmentOverlapList: {
            /** @description Those with the most shared members first. */
            items: components["schemas"]["SegmentOverlap"][];
            /** @description Always null: the list is short. */
            next: null | string;
        };
        /** @description What is to be done with a segment, or was done. */
        SegmentPlanAction: {
            /** @description create, change, delete or same. */
            action: string;
            /** @description Its key. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /** @description The lines of its definition. */
            diff: components["schemas"]["DiffLine"][];
            /** @description What changes, in a sentence; empty unless it changes. */
            summary: string;
            /**
             * Format: int64
             * @description How many members it has; null when it is new.
             */
            sizeBefore: null | number;
            /**
             * Format: int64
             * @description How many members it will have; null when it is deleted.
             */
            sizeAfter: null | number;
            /** @description What looks wrong, with file, line and column. */
            warnings: string[];
        };
        /** @description What is to be done, or was done. */
        SegmentPlanView: {
            /** @description By key. */
            actions: components["schemas"]["SegmentPlanAction"][];
            /** @description What is wrong with the files; nothing is done while there is anything. */
            problems: components["schemas"]["PlanProblem"][];
        };
        /** @description Who would belong. */
        SegmentPreview: {
            /**
             * Format: int64
             * @description How many; judged from a part of the customers where the answer is not exact.
             */
            count: number;
            /**
             * Format: int64
             * @description How many customers there were at that instant.
             */
            total: number;
            /**
             * Format: double
             * @description Their part, 0 to 1.
             */
            share: number;
            /**
             * Format: date-time
             * @description The instant.
             */
            at: string;
            /** @description Whether everybody was asked about. */
            exact: boolean;
            /**
             * Format: int64
             * @description How far the true count is from the one given at most, in 95 of 100 cases; 0 when it is exact.
             */
            margin: number;
            /** @description Some of them. */
            sample: components["schemas"]["SegmentMember"][];
            /** @description What looks wrong with the definition. */
            warnings: components["schemas"]["DefinitionProblem"][];
            /** @description The segments there are that any of them are in now, the largest part first. */
            overlaps: components["schemas"]["PreviewOverlap"][];
            /** @description What evaluating the definition for everybody takes. */
            cost: components["schemas"]["CostView"];
        };
        /** @description A segment, named. */
        SegmentReference: {
            /** @description Its name in URLs. */
            key: string;
            /** @description Its name for people. */
            name: string;
        };
        /** @description Who came to be in a segment and who did not stay in it, though they did nothing. */
        SegmentShift: {
            /**
             * Format: int64
             * @description How many came.
             */
            entered: number;
            /**
             * Format: int64
             * @description How many went.
             */
            left: number;
        };
        /** @description A segment's size as of a date. */
        SegmentTrendPoint: {
            /**
             * Format: date
             * @description The day at whose end it was this size, that of today is the size now; of RFM segments, the reference date: everything before it counts.
             */
            date: string;
            /**
             * Format: int64
             * @description How many customers were in it.
             */
            size: number;
        };
        /** @description What changed between two versions. */
        SegmentVersionDiff: {
            /**
             * Format: int64
             * @description The version before.
             */
            from: number;
            /**
             * Format: int64
             * @description The version after.
             */
            to: number;
            /** @description The definition's lines, a condition each. */
            lines: components["schemas"]["DiffLine"][];
            /** @description What changed, in a sentence. */
            summary: string;
        };
        /** @description Everything a segment ever was. */
        SegmentVersionList: {
            /** @description The latest first. */
            items: components["schemas"]["RuleVersion"][];
            /** @description Always null: the list is short. */
            next: null | string;
        };
        /** @description A segment with its figures. */
        SegmentView: {
            /** @description Its name in URLs. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /** @description How it is made: rfm or rule. */
            kind: string;
            /** @description Who is in it. */
            description: string;
            /** @description The segment in the segment language. */
            definition: string;
            /**
             * Format: int64
             * @description How many customers are in it.
             */
            size: number;
            /**
             * Format: double
             * @description Their part of all scored customers, 0 to 1.
             */
            share: number;
            /**
             * Format: double
             * @description What they spent, as the model counts.
             */
            revenue: number;
            /**
             * Format: double
             * @description Its part of what all scored customers spent, 0 to 1; 0 when they spent nothing.
             */
            revenueShare: number;
            /**
             * Format: double
             * @description What one of them spent on average; 0 when there are none.
             */
            averageValue: number;
            /**
             * Format: double
             * @description The average days since their last purchase; 0 when there are none.
             */
            averageRecencyDays: number;
            /**
             * Format: double
             * @description Their average number of orders; 0 when there are none.
             */
            averageFrequency: number;
            /** @description Its size at past months' ends and now, oldest first. */
            trend: components["schemas"]["SegmentTrendPoint"][];
            /**
             * Format: double
             * @description By what fraction it has grown since the last month's end; null when it was empty or did not exist then.
             */
            sizeChange: null | number;
            /** @description What to do about its members. */
            advice: string;
            /** @description Which scores belong to it, such as r ≥ 4, f ≥ 4, m ≥ 4; of a segment in the language, the definition in words. */
            rules: string;
            /**
             * Format: int64
             * @description The version of the definition, from 1; null for segments that nobody wrote.
             */
            version?: null | number;
            /**
             * @description ready; computing: members are being found, the figures are of the version before; failed.
             * @default ready
             */
            state: string;
            /**
             * Format: date-time
             * @description The instant that the membership is of; null where it is that of the RFM model.
             */
            computedAt?: null | string;
            /**
             * Format: date-time
             * @description When the name, description or definition was changed last; null for segments that nobody wrote.
             */
            updatedAt?: null | string;
            /** @description By whom. */
            updatedBy?: null | string;
            /** @description Which of the seven strategies it serves; null where nobody said. */
            strategy?: null | string;
            /** @description Why the membership could not be computed; null when it could. */
            failure?: null | string;
        };
        /** @description The person who is signed in. */
        SessionUser: {
            /** @description What to call them. */
            name: string;
        };
        /** @description Who is signed in. */
        SessionView: {
            /** @description Always true: without a session or token the answer is 401. */
            signedIn: boolean;
            /** @description The person, as far as they are known. */
            user: components["schemas"]["SessionUser"];
            /** @description What they may open, default first. */
            workspaces: components["schemas"]["SessionWorkspace"][];
            /** @description The version of the server. */
            version: string;
        };
        /** @description A workspace in the list to choose from. */
        SessionWorkspace: {
            /** @description Its key, for the header Tessera-Workspace. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /** @description The ISO 4217 code in which its money is shown. */
            currency: string;
            /** @description The IANA time zone in which its days begin. */
            timeZone: string;
            /** @description Whether it holds made-up data. */
            sample: boolean;
        };
        /** @description A link that signs a browser in, once. */
        SignInLink: {
            /**
             * Format: uri
             * @description To open in the browser; the code stands after the number sign, which browsers do not send to servers.
             */
            url: string;
            /**
             * Format: date-time
             * @description Until when it works.
             */
            expiresAt: string;
        };
        /** @description What the sign-in page sends. */
        SignInRequest: {
            /** @description The part of the printed link after the number sign. */
            code: string;
        };
        /**
         * @description What sends the calls of a source; it decides which snippet is shown first, and nothing else.
         * @enum {unknown}
         */
        SourceKind: "http" | "browser" | "server" | "mobile";
        /** @description The sources of a workspace. */
        SourceList: {
            /** @description All of them, oldest first. */
            items: components["schemas"]["SourceView"][];
            /** @description Always null: the list is short and never paged. */
            next?: null | string;
        };
        /** @description What to paste so that a source sends to this server. */
        SourceSnippets: {
            /** @description For a web page: HTML. */
            browser: string;
            /** @description For a server on Node.js: JavaScript. */
            node: string;
            /** @description For anything else: a call by curl. */
            http: string;
        };
        /** @description Something that sends tracking calls, with a write key of its own. */
        SourceView: {
            /** @description Its name in the calls it sends; never changes. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /** @description What sends. */
            kind: components["schemas"]["SourceKind"];
            /** @description Whether its calls are accepted. */
            enabled: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it got its present write key, if not at the beginning.
             */
            rotatedAt: null | string;
            /**
             * Format: date-time
             * @description Until when the write key before is good, if it still is.
             */
            formerKeyUntil: null | string;
            /**
             * Format: int64
             * @description How many of its calls are stored.
             */
            calls: number;
            /**
             * Format: date-time
             * @description When the last of them was received; null when there is none.
             */
            lastReceivedAt: null | string;
        };
        /** @description A source with its new write key, which is shown this once. */
        SourceWithKey: {
            /** @description The source. */
            source: components["schemas"]["SourceView"];
            /** @description The key to send with. */
            writeKey: string;
            /** @description What to paste. */
            snippets: components["schemas"]["SourceSnippets"];
        };
        /** @description What is running. */
        SystemView: {
            /** @description The version of the server. */
            version: string;
            /** @description The analytical engine. */
            engine: components["schemas"]["EngineStatus"];
            /** @description The absolute path of the data directory. */
            dataDirectory: string;
            /**
             * Format: double
             * @description For how long the server has been running.
             */
            uptimeSeconds: number;
        };
        /** @description What a trial came to. */
        TestView: {
            /** @description Whether the receiver took it. */
            delivered: boolean;
            /**
             * Format: int32
             * @description The HTTP status; null when there was no answer.
             */
            status: null | number;
            /** @description What was wrong; null when nothing was. */
            answer: null | string;
            /**
             * Format: double
             * @description How long it took.
             */
            milliseconds: number;
        };
        /** @description The tokens of a workspace. */
        TokenList: {
            /** @description All of them, oldest first. */
            items: components["schemas"]["TokenView"][];
            /** @description Always null: the list is short and never paged. */
            next?: null | string;
        };
        /** @description A token of a workspace, without its secret. */
        TokenView: {
            /**
             * Format: uuid
             * @description By which it is revoked.
             */
            id: string;
            /** @description What it is for, as its creator said. */
            name: string;
            /** @description The workspace it opens. */
            workspace: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        /** @description A product that sold. */
        TopProduct: {
            /** @description Its code. */
            sku: string;
            /** @description What it was called last. */
            description: string;
            /**
             * Format: double
             * @description Pieces sold.
             */
            quantity: number;
            /**
             * Format: double
             * @description What they brought in.
             */
            revenue: number;
        };
        /** @description What a sender is answered once everything it sent is durable. */
        TrackingAnswer: {
            /** @description Always true. */
            success: boolean;
            /** @description Calls that are invalid and were kept aside; null when all are valid. */
            rejected: null | components["schemas"]["RefusedCall"][];
        };
        /** @description A tracking plan as people write it. */
        TrackingPlanDocument: {
            /** @description The events that are planned. */
            events: components["schemas"]["PlannedEvent"][];
            /** @description A JSON Schema of the traits that identify calls bring; anything goes when it is left out. */
            traits?: unknown;
            /** @description What is made of events that are not listed. Default: they are reported. */
            unplanned?: components["schemas"]["UnplannedEvents"];
        };
        /** @description The tracking plan of a workspace. */
        TrackingPlanView: {
            /**
             * Format: int64
             * @description Counts its changes, from 1.
             */
            version: number;
            /**
             * Format: date-time
             * @description When it was changed last; calls received since then are compared with it.
             */
            changedAt: string;
            /** @description By whom. */
            changedBy: string;
            /** @description The plan, as it was given. */
            plan: components["schemas"]["TrackingPlanDocument"];
        };
        /** @description The traits of a customer. */
        TraitList: {
            /** @description The traits by name. */
            items: components["schemas"]["TraitView"][];
        };
        /** @description The values of a trait. */
        TraitValueList: {
            /** @description The values, the last first. */
            items: components["schemas"]["TraitValueView"][];
        };
        /** @description A value that a trait had. */
        TraitValueView: {
            /** @description The value. */
            value: components["schemas"]["JsonElement"];
            /**
             * Format: date-time
             * @description Since when.
             */
            time: string;
            /** @description The call that said so. */
            messageId: string;
            /** @description The source that sent it; empty for an imported one. */
            source: string;
        };
        /** @description A trait of a customer: of all calls that say something of it, the one counts that happened last. */
        TraitView: {
            /** @description Its name. */
            name: string;
            /** @description Its value. */
            value: components["schemas"]["JsonElement"];
            /**
             * Format: date-time
             * @description When the call happened.
             */
            time: string;
            /** @description The call. */
            messageId: string;
            /** @description The source that sent it; empty for an imported one. */
            source: string;
            /**
             * Format: int64
             * @description How often the value was another before.
             */
            changes: number;
        };
        /** @description Which identifiers to take out of a profile. */
        UnmergeRequest: {
            /** @description Some of its identifiers, not all. */
            identifiers?: null | components["schemas"]["Identifier"][];
        };
        /** @description What taking a profile apart came to. */
        UnmergeResult: {
            /**
             * Format: uuid
             * @description The id of what keeps them apart: DELETE /api/identity/cuts/{id} lets them come together again.
             */
            cut: string;
            /** @description The profiles that there are now. */
            profiles: string[];
        };
        /**
         * @description What is made of events that a plan does not list.
         * @default report
         * @enum {unknown}
         */
        UnplannedEvents: "report" | "allow";
        /** @description An event seen. */
        VocabularyEvent: {
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description How many there are.
             */
            count: number;
            /**
             * Format: date-time
             * @description When it happened last.
             */
            lastSeen: string;
            /** @description What is said about it. */
            properties: components["schemas"]["VocabularyPath"][];
        };
        /** @description A trait of customers or a property of an event. */
        VocabularyPath: {
            /** @description Its path, dotted. */
            path: string;
            /** @description What its values are: text, number, date, boolean, list, object. */
            types: string[];
            /**
             * Format: double
             * @description Which part of the customers or events has it, about, 0 to 1.
             */
            share: number;
            /** @description Its most frequent values, the most frequent first. */
            values: components["schemas"]["VocabularyValue"][];
        };
        /** @description A value seen. */
        VocabularyValue: {
            /** @description The value as text. */
            value: string;
            /**
             * Format: double
             * @description Its part of all values of the path, about, 0 to 1.
             */
            share: number;
        };
        /** @description What definitions can be about in a workspace. */
        VocabularyView: {
            /** @description The events seen, the most frequent first. */
            events: components["schemas"]["VocabularyEvent"][];
            /** @description What is known of customers, most widespread first; those of their companies begin with company., those of their devices with context.. */
            traits: components["schemas"]["VocabularyPath"][];
            /** @description The segments that definitions can refer to. */
            segments: components["schemas"]["SegmentName"][];
            /**
             * Format: int64
             * @description How many customers there are.
             */
            customers: number;
            /**
             * Format: date-time
             * @description When this was learned.
             */
            learnedAt: string;
        };
        /** @description Hours in which an event came far more or far less often than usual. */
        VolumeAnomaly: {
            /** @description The event. */
            event: string;
            /** @description More or less than usual. */
            kind: components["schemas"]["VolumeAnomalyKind"];
            /**
             * Format: date-time
             * @description The first of the hours.
             */
            from: string;
            /**
             * Format: date-time
             * @description The end of the last of them.
             */
            to: string;
            /**
             * Format: int64
             * @description How often it happened in them.
             */
            calls: number;
            /**
             * Format: double
             * @description How often it usually happens in them.
             */
            expected: number;
            /**
             * Format: double
             * @description How far the worst of the hours is from the usual, in robust standard deviations.
             */
            deviation: number;
            /** @description What is odd, and compared with what. */
            sentence: string;
        };
        /**
         * @description In which direction a volume is odd.
         * @enum {unknown}
         */
        VolumeAnomalyKind: "more" | "less";
        /** @description The odd hours of a workspace. */
        VolumeAnomalyList: {
            /** @description The latest first. */
            items: components["schemas"]["VolumeAnomaly"][];
            /** @description Always null: the list is never paged. */
            next?: null | string;
        };
        /** @description The webhooks of a workspace. */
        WebhookList: {
            /** @description All of them, oldest first. */
            items: components["schemas"]["WebhookView"][];
            /** @description Always null: the list is short and never paged. */
            next?: null | string;
        };
        /** @description A webhook to create. */
        WebhookRequest: {
            /** @description Where deliveries go. */
            url: string;
            /** @description 1 to 100 characters, for people. Default: the address's host. */
            name?: null | string;
            /** @description The keys of the segments whose changes are sent. Default: all, also those made later. */
            segments?: null | string[];
            /** @description What is sent: segment.entered, segment.left. Default: both. */
            types?: null | string[];
            /**
             * @description Whether changes are sent too that only a new or changed definition caused. Default: false.
             * @default false
             */
            backfills: boolean;
            /**
             * @description Whether anything is sent. Default: true.
             * @default true
             */
            enabled: boolean;
        };
        /** @description A webhook. */
        WebhookView: {
            /** @description Its id. */
            id: string;
            /** @description Its name for people. */
            name: string;
            /** @description Where deliveries go. */
            url: string;
            /** @description The keys of the segments whose changes are sent; empty: all. */
            segments: string[];
            /** @description What is sent. */
            types: string[];
            /** @description Whether changes are sent too that only a new or changed definition caused. */
            backfills: boolean;
            /** @description Whether anything is sent. */
            enabled: boolean;
            /** @description Why it was switched off by itself; null when it was not. */
            disabledWhy: null | string;
            /**
             * Format: int64
             * @description How many tries failed one after the other.
             */
            failures: number;
            /**
             * Format: date-time
             * @description When the receiver is asked again, after failures.
             */
            retryAt: null | string;
            /**
             * Format: int64
             * @description How many deliveries wait.
             */
            pending: number;
            /**
             * Format: int64
             * @description How many were delivered in the last three days.
             */
            delivered: number;
            /**
             * Format: int64
             * @description How many were given up in the last 30 days, and can be replayed.
             */
            dead: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        /** @description A webhook with its new secret, which is shown this once. */
        WebhookWithSecret: {
            /** @description The webhook. */
            webhook: components["schemas"]["WebhookView"];
            /** @description What the receiver verifies deliveries with. */
            secret: string;
        };
        /** @description One shop or product, whose customers are never mixed with another's. */
        Workspace: {
            /** @description Its name in URLs, headers and tables. */
            key: string;
            /** @description Its name for people. */
            name: string;
            /** @description The ISO 4217 code in which its money is shown. */
            currency: string;
            /** @description The IANA time zone in which its days begin. */
            timeZone: string;
            /** @description Whether it was filled with sample data by the product itself. */
            sample: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        /** @description The workspaces that the caller may speak to. */
        WorkspaceList: {
            /** @description All of them, default first. */
            items: components["schemas"]["Workspace"][];
            /** @description Always null: the list is short and never paged. */
            next?: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                limit?: number;
                search?: string;
                type?: string;
                outcome?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["FeedCall"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequested"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileCompanies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanySpanList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkspaceRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWorkspaceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRejectedEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectedEventList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRejectionReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectionReasonList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSourceRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWithKey"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSourceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSource: {
        parameters: {
            query?: {
                force?: boolean;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWriteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWithKey"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourceSnippets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSnippets"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRulesView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setIdentityRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRulesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRulesView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIdentityCuts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityCutList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIdentityCut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileMerges"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmergeProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmergeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmergeResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Insufficient Storage */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRejectedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    guessImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportGuess"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfiles: {
        parameters: {
            query?: {
                search?: string;
                segment?: string;
                sort?: string;
                columns?: string;
                limit?: number;
                cursor?: string;
                identifier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileColumns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileColumnList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findProfile: {
        parameters: {
            query: {
                identifier: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileOrders: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileTraits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraitList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfileTrait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraitValueList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                search?: string;
                key?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCompanyMembers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyMemberList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCompanyEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: {
                kind?: string;
                strategy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSegmentRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSegmentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSegmentHistory: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                interval?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentHistory"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegmentMembers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sort?: string;
                at?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentMemberList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSegmentMembers: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSegmentMembersAsJsonLines: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSegmentMembersAsParquet: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainSegmentMember: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                key: string;
                profileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainDefinitionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteDefinitionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegmentVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentVersionList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diffSegmentVersions: {
        parameters: {
            query?: {
                to?: number;
            };
            header?: never;
            path: {
                key: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentVersionDiff"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreSegmentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSegmentVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VocabularyView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    parseSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParseSegmentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParsedSegment"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSegmentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentPreview"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSegmentFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentFileList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentFilesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentPlanView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applySegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentFilesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentPlanView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegmentOverlaps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentOverlapList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSegmentFlow: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentFlow"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareSegments: {
        parameters: {
            query?: {
                a?: string;
                b?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentComparison"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegmentLibrary: {
        parameters: {
            query?: {
                strategy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adoptSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptSegmentRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegmentChanges: {
        parameters: {
            query?: {
                cursor?: string;
                segment?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentChangeList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamSegmentChanges: {
        parameters: {
            query?: {
                segment?: string;
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRfm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRfm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RfmChange"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRfmCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCatalogueEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEventList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogueEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEventDetails"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCatalogueTraits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueTraitList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVolumeAnomalies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeAnomalyList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrackingPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingPlanView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTrackingPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackingPlanDocument"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingPlanView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTrackingPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftTrackingPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingPlanDocument"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlanViolations: {
        parameters: {
            query?: {
                event?: string;
                source?: string;
                appVersion?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanViolationList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                state?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupList"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackupRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupManifest"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                interval?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    track: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The call: userId or anonymousId, messageId, timestamp, sentAt, context, and what its type needs. */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The call: userId or anonymousId, messageId, timestamp, sentAt, context, and what its type needs. */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The call: userId or anonymousId, messageId, timestamp, sentAt, context, and what its type needs. */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The call: userId or anonymousId, messageId, timestamp, sentAt, context, and what its type needs. */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The call: userId or anonymousId, messageId, timestamp, sentAt, context, and what its type needs. */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The call: userId or anonymousId, messageId, timestamp, sentAt, context, and what its type needs. */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description { "batch": [ call, … ], "context"?, "sentAt"?, "writeKey"? }; each call says its type. */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourceSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                writeKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

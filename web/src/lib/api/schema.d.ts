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
    "/api/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers that match a filter, a page at a time; or the one with an identifier.
         * @description search: text that the identifier, the name or the e-mail address contains; exact matches come first. segment: the key of a segment. sort: revenue, orders, firstSeen or lastSeen, with a minus in front for descending; default -revenue. identifier=KIND:VALUE answers with that one profile, as GET /api/profiles/{id} does, or 404.
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
        post?: never;
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
        put?: never;
        post?: never;
        delete?: never;
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
        /** A segment's size and worth at past months' ends and now. */
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
         * @description sort: monetary, frequency or recency (days since the last purchase), with a minus in front for descending; default -monetary. A list goes on in the computation it began with, for up to 15 minutes after a newer one; then its cursor answers 410.
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
        /** All members of a segment as CSV, those who spent most first. */
        get: operations["exportSegmentMembers"];
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
        /** Why a customer is, or is not, in a segment. */
        get: operations["explainSegmentMember"];
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
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
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
                        "application/json": components["schemas"]["ImportList"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                        kind: string;
                        map: string;
                        options: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportJob"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ImportJob"];
                    };
                };
            };
        };
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
        post: {
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
                    "application/json": {
                        answers: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportJob"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                        fileName: string;
                        kind: string;
                    };
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
            };
        };
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
        ChangeWorkspaceRequest: {
            name?: null | string;
            currency?: null | string;
            timeZone?: null | string;
            sample?: null | boolean;
        };
        CountryFigures: {
            country: string;
            /** Format: int64 */
            customers: number;
            /** Format: double */
            revenue: number;
        };
        CreateTokenRequest: {
            name: string;
        };
        CreateWorkspaceRequest: {
            key: string;
            name: string;
            currency?: null | string;
            timeZone?: null | string;
            /** @default false */
            sample: boolean;
        };
        CreatedToken: {
            /** Format: uuid */
            id: string;
            name: string;
            workspace: string;
            /** Format: date-time */
            createdAt: string;
            token: string;
        };
        CustomerScores: {
            /** Format: int32 */
            recency: number;
            /** Format: int32 */
            frequency: number;
            /** Format: int32 */
            monetary: number;
        };
        /** @enum {unknown} */
        EngineCondition: "starting" | "ready" | "restarting" | "failed" | "stopped";
        /** @enum {unknown} */
        EngineKind: "embedded" | "external";
        EngineStatus: {
            kind: components["schemas"]["EngineKind"];
            state: components["schemas"]["EngineCondition"];
            version: null | string;
            /** Format: int32 */
            restarts: number;
            /** Format: int64 */
            memoryBytes: null | number;
            lastError: null | string;
        };
        EventList: {
            items: components["schemas"]["EventView"][];
            next: null | string;
        };
        EventView: {
            id: string;
            type: string;
            name: string;
            /** Format: date-time */
            time: string;
            properties: Record<string, unknown>;
            context: Record<string, unknown>;
        };
        ExplainedCondition: {
            label: string;
            value: string;
            text: string;
            holds: boolean;
        };
        Explanation: {
            key: string;
            /** Format: uuid */
            profileId: string;
            member: boolean;
            sentence: string;
            conditions: components["schemas"]["ExplainedCondition"][];
        };
        Identifier: {
            kind?: string;
            value?: string;
        };
        Liveness: {
            status: string;
        };
        OrderLineView: {
            sku: string;
            description: string;
            /** Format: double */
            quantity: number;
            /** Format: double */
            unitPrice: number;
            /** Format: double */
            amount: number;
            kind: string;
        };
        OrderList: {
            items: components["schemas"]["OrderView"][];
            next: null | string;
        };
        /** @enum {unknown} */
        OrderStatus: "completed" | "cancelled" | "returned" | "partly-returned";
        OrderView: {
            orderId: string;
            /** Format: date-time */
            time: string;
            status: components["schemas"]["OrderStatus"];
            /** Format: double */
            amount: number;
            /** Format: double */
            quantity: number;
            currency: string;
            lines: components["schemas"]["OrderLineView"][];
        };
        Overview: {
            currency: string;
            /** Format: date */
            asOf: null | string;
            /** Format: date */
            from: null | string;
            /** Format: date */
            to: null | string;
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            activeCustomers: number;
            /** Format: int64 */
            newCustomers: number;
            /** Format: int64 */
            orders: number;
            /** Format: double */
            revenue: number;
            /** Format: double */
            returns: number;
            /** Format: double */
            netRevenue: number;
            /** Format: double */
            averageOrderValue: number;
            /** Format: int64 */
            ordersWithoutCustomer: number;
            change: components["schemas"]["OverviewChange"];
            series: components["schemas"]["OverviewPoint"][];
            topProducts: components["schemas"]["TopProduct"][];
            countries: components["schemas"]["CountryFigures"][];
        };
        OverviewChange: {
            /** Format: double */
            revenue: null | number;
            /** Format: double */
            orders: null | number;
            /** Format: double */
            customers: null | number;
            /** Format: double */
            averageOrderValue: null | number;
        };
        OverviewPoint: {
            /** Format: date */
            start: string;
            /** Format: double */
            revenue: number;
            /** Format: int64 */
            orders: number;
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            newCustomers: number;
            /** Format: double */
            returns: number;
        };
        Problem: {
            type?: string;
            /** Format: int32 */
            status: number;
            code: string;
            title: string;
            detail: string;
        };
        ProfileList: {
            items: components["schemas"]["ProfileSummary"][];
            next: null | string;
        };
        ProfileRfm: {
            /** Format: int32 */
            recencyDays: number;
            /** Format: int64 */
            frequency: number;
            /** Format: double */
            monetary: number;
            scores: components["schemas"]["CustomerScores"];
            segment: components["schemas"]["SegmentReference"];
            why: string;
        };
        ProfileSegment: {
            key: string;
            name: string;
            kind: string;
            /** Format: date */
            since: null | string;
        };
        ProfileSummary: {
            /** Format: uuid */
            id: string;
            identifier: components["schemas"]["Identifier"];
            name: null | string;
            country: null | string;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            /** Format: int64 */
            orders: number;
            /** Format: double */
            revenue: number;
            segments: components["schemas"]["SegmentReference"][];
        };
        ProfileValue: {
            /** Format: int64 */
            orders: number;
            /** Format: double */
            revenue: number;
            /** Format: double */
            returns: number;
            /** Format: double */
            averageOrderValue: number;
            currency: string;
        };
        ProfileView: {
            /** Format: uuid */
            id: string;
            identifiers: components["schemas"]["Identifier"][];
            name: null | string;
            country: null | string;
            traits: Record<string, unknown>;
            company: null | string;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            segments: components["schemas"]["ProfileSegment"][];
            scores: {
                [key: string]: number;
            };
            rfm: null | components["schemas"]["ProfileRfm"];
            value: components["schemas"]["ProfileValue"];
        };
        Readiness: {
            ready: boolean;
            parts: components["schemas"]["ReadinessPart"][];
        };
        ReadinessPart: {
            name: string;
            ready: boolean;
        };
        RfmChange: {
            options: components["schemas"]["RfmOptions"];
        };
        RfmCutoffs: {
            recency: (null | number)[];
            frequency: (null | number)[];
            monetary: (null | number)[];
        };
        RfmGridCell: {
            /** Format: int32 */
            recency: number;
            /** Format: int32 */
            frequency: number;
            /** Format: int64 */
            customers: number;
            /** Format: double */
            revenue: number;
            /** Format: double */
            averageMonetary: number;
            segments: components["schemas"]["RfmGridSegment"][];
        };
        RfmGridSegment: {
            key: string;
            /** Format: int64 */
            size: number;
        };
        /** @enum {unknown} */
        RfmMonetary: "gross" | "net";
        /** @enum {unknown} */
        RfmNaming: "full" | "short";
        RfmOptions: {
            scoring?: components["schemas"]["RfmScoring"];
            thresholds?: null | components["schemas"]["RfmThresholds"];
            /** Format: int32 */
            windowDays?: null | number;
            /** Format: date */
            referenceDate?: null | string;
            monetary?: components["schemas"]["RfmMonetary"];
            naming?: components["schemas"]["RfmNaming"];
        };
        /** @enum {unknown} */
        RfmScoring: "quintiles" | "thresholds";
        RfmSegmentRule: {
            key: string;
            name: string;
            rule: string;
            description: string;
        };
        /** @enum {unknown} */
        RfmStateView: "ready" | "computing" | "empty";
        RfmThresholds: {
            recency: number[];
            frequency: number[];
            monetary: number[];
        };
        RfmView: {
            options: components["schemas"]["RfmOptions"];
            state: components["schemas"]["RfmStateView"];
            problem: null | string;
            /** Format: date */
            referenceDate: null | string;
            /** Format: date-time */
            computedAt: null | string;
            /** Format: int64 */
            customers: number;
            cutoffs: null | components["schemas"]["RfmCutoffs"];
            grid: components["schemas"]["RfmGridCell"][];
            segments: components["schemas"]["RfmSegmentRule"][];
        };
        SegmentHistory: {
            items: components["schemas"]["SegmentHistoryPoint"][];
            next: null | string;
        };
        SegmentHistoryPoint: {
            /** Format: date */
            date: string;
            /** Format: int64 */
            size: number;
            /** Format: double */
            revenue: number;
        };
        SegmentList: {
            items: components["schemas"]["SegmentView"][];
            next: null | string;
        };
        SegmentMember: {
            /** Format: uuid */
            profileId: string;
            identifier: components["schemas"]["Identifier"];
            name: null | string;
            country: null | string;
            /** Format: date */
            since: null | string;
            /** Format: int32 */
            recencyDays: number;
            /** Format: int64 */
            frequency: number;
            /** Format: double */
            monetary: number;
            scores: components["schemas"]["CustomerScores"];
        };
        SegmentMemberList: {
            items: components["schemas"]["SegmentMember"][];
            next: null | string;
        };
        SegmentReference: {
            key: string;
            name: string;
        };
        SegmentTrendPoint: {
            /** Format: date */
            date: string;
            /** Format: int64 */
            size: number;
        };
        SegmentView: {
            key: string;
            name: string;
            kind: string;
            description: string;
            definition: string;
            /** Format: int64 */
            size: number;
            /** Format: double */
            share: number;
            /** Format: double */
            revenue: number;
            /** Format: double */
            revenueShare: number;
            /** Format: double */
            averageValue: number;
            /** Format: double */
            averageRecencyDays: number;
            /** Format: double */
            averageFrequency: number;
            trend: components["schemas"]["SegmentTrendPoint"][];
            /** Format: double */
            sizeChange: null | number;
            advice: string;
            rules: string;
        };
        SessionUser: {
            name: string;
        };
        SessionView: {
            signedIn: boolean;
            user: components["schemas"]["SessionUser"];
            workspaces: components["schemas"]["SessionWorkspace"][];
            version: string;
        };
        SessionWorkspace: {
            key: string;
            name: string;
            currency: string;
            sample: boolean;
        };
        SignInLink: {
            /** Format: uri */
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SignInRequest: {
            code: string;
        };
        SystemView: {
            version: string;
            engine: components["schemas"]["EngineStatus"];
            dataDirectory: string;
            /** Format: double */
            uptimeSeconds: number;
        };
        TokenList: {
            items: components["schemas"]["TokenView"][];
            next?: null | string;
        };
        TokenView: {
            /** Format: uuid */
            id: string;
            name: string;
            workspace: string;
            /** Format: date-time */
            createdAt: string;
        };
        TopProduct: {
            sku: string;
            description: string;
            /** Format: double */
            quantity: number;
            /** Format: double */
            revenue: number;
        };
        Workspace: {
            key: string;
            name: string;
            currency: string;
            timeZone: string;
            sample: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        WorkspaceList: {
            items: components["schemas"]["Workspace"][];
            next?: null | string;
        };
        User: {
            name: string;
        };
        Session: {
            signedIn: boolean;
            user: null | components["schemas"]["User"];
            workspaces: components["schemas"]["SessionWorkspace"][];
            version: string;
        };
        Engine: {
            /** @enum {string} */
            state: "starting" | "ready" | "restarting" | "failed" | "stopped";
            version: null | string;
            restarts: number;
            memoryBytes: number;
            lastError: null | string;
        };
        SystemInformation: {
            version: string;
            engine: components["schemas"]["Engine"];
            dataDirectory: null | string;
            uptimeSeconds: number;
        };
        SegmentSummary: {
            key: string;
            name: string;
            kind: string;
            description: string;
            definition: null | string;
            size: number;
            share: number;
            revenue: number;
            revenueShare: number;
            averageValue: number;
            averageRecencyDays: number;
            averageFrequency: number;
            trend: components["schemas"]["SegmentTrendPoint"][];
            sizeChange: null | number;
            advice: string;
        };
        SegmentDetail: {
            key: string;
            name: string;
            kind: string;
            description: string;
            definition: null | string;
            size: number;
            share: number;
            revenue: number;
            revenueShare: number;
            averageValue: number;
            averageRecencyDays: number;
            averageFrequency: number;
            trend: components["schemas"]["SegmentTrendPoint"][];
            sizeChange: null | number;
            advice: string;
            rules: string;
        };
        RfmScores: {
            recency: number;
            frequency: number;
            monetary: number;
        };
        RfmCellSegment: {
            key: string;
            size: number;
        };
        RfmCell: {
            recency: number;
            frequency: number;
            customers: number;
            revenue: number;
            averageMonetary: number;
            segments: components["schemas"]["RfmCellSegment"][];
        };
        RfmModel: {
            options: components["schemas"]["RfmOptions"];
            referenceDate: null | string;
            /** Format: date-time */
            computedAt: null | string;
            customers: number;
            cutoffs: null | components["schemas"]["RfmThresholds"];
            grid: components["schemas"]["RfmCell"][];
            segments: components["schemas"]["RfmSegmentRule"][];
            /** @enum {string} */
            state: "ready" | "computing" | "empty";
        };
        Profile: {
            id: string;
            identifiers: components["schemas"]["Identifier"][];
            name: null | string;
            country: null | string;
            traits: {
                [key: string]: unknown;
            };
            company: null | string;
            /** Format: date-time */
            firstSeen: null | string;
            /** Format: date-time */
            lastSeen: null | string;
            segments: components["schemas"]["ProfileSegment"][];
            scores: {
                [key: string]: number;
            };
            rfm: null | components["schemas"]["ProfileRfm"];
            value: components["schemas"]["ProfileValue"];
        };
        OrderLine: {
            sku: string;
            description: string;
            quantity: number;
            unitPrice: number;
            amount: number;
            kind: string;
        };
        Order: {
            orderId: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            status: "completed" | "cancelled" | "returned" | "partly-returned";
            amount: number;
            quantity: number;
            currency: string;
            lines: components["schemas"]["OrderLine"][];
        };
        ProfileEvent: {
            id: string;
            type: string;
            name: string;
            /** Format: date-time */
            time: string;
            properties: {
                [key: string]: unknown;
            };
            context: {
                [key: string]: unknown;
            };
        };
        ProfileEventList: {
            items: components["schemas"]["ProfileEvent"][];
            next: null | string;
        };
        ImportAnswer: {
            value: string;
            text: string;
        };
        ImportQuestion: {
            id: string;
            text: string;
            options: components["schemas"]["ImportAnswer"][];
        };
        RejectionCount: {
            reason: string;
            column: string;
            rows: number;
            line: number;
            example: string;
        };
        FileShape: {
            format: string;
            delimiter: null | string;
            encoding: null | string;
            compressed: boolean;
            sheet: null | string;
        };
        ImportJob: {
            id: string;
            /** @enum {string} */
            kind: "orders" | "events" | "customers";
            fileName: string;
            /** @enum {string} */
            state: "queued" | "reading" | "publishing" | "done" | "failed" | "needs-answer";
            rowsRead: number;
            rowsAccepted: number;
            rowsRejected: number;
            rowsDuplicate: number;
            bytesRead: number;
            bytesTotal: number;
            counts: {
                [key: string]: number;
            };
            lineTypes: {
                [key: string]: number;
            };
            file: null | components["schemas"]["FileShape"];
            mapping: {
                [key: string]: string;
            };
            mappingNotes: string[];
            questions: components["schemas"]["ImportQuestion"][];
            rejections: components["schemas"]["RejectionCount"][];
            rejectedUrl: null | string;
            errorCode: null | string;
            error: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            finishedAt: null | string;
        };
        ImportList: {
            items: components["schemas"]["ImportJob"][];
            next: null | string;
        };
        GuessedColumn: {
            name: string;
            samples: string[];
            type: string;
        };
        GuessedMapping: {
            source: string;
            confidence: number;
            reason: string;
        };
        ImportGuess: {
            format: string;
            delimiter: null | string;
            encoding: null | string;
            columns: components["schemas"]["GuessedColumn"][];
            mapping: {
                [key: string]: components["schemas"]["GuessedMapping"];
            };
            missing: string[];
            questions: components["schemas"]["ImportQuestion"][];
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
    listProfiles: {
        parameters: {
            query?: {
                search?: string;
                segment?: string;
                sort?: string;
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
    explainSegmentMember: {
        parameters: {
            query?: never;
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
}

using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The kinds of calls that the design tool makes; a value indexes <see cref="SaasCalls.Shapes"/>.</summary>
internal enum SaasCall : byte
{
    Identify,
    Group,
    LandingPage,
    FeaturesPage,
    PricingPage,
    TemplatesPage,
    BlogPage,
    SignUpPage,
    DashboardPage,
    BillingPage,
    CancelPage,
    HelpPage,
    HomeScreen,
    EditorScreen,
    SignedUp,
    Login,
    ProjectCreated,
    ProjectOpened,
    FeatureUsed,
    TemplateUsed,
    ExportFile,
    ShareLinkCreated,
    CommentAdded,
    InviteSent,
    InviteAccepted,
    MemberRemoved,
    UpgradePromptShown,
    ErrorEncountered,
    SessionEnded,
    TrialStarted,
    TrialEnded,
    CheckoutStarted,
    PaymentFailed,
    PlanChanged,
    PlanUpgraded,
    PlanDowngraded,
    SubscriptionCancelled,
    OrderCompleted,
    IntegrationConnected,
    SupportTicketCreated,
    SupportTicketResolved,
    SurveyAnswered,
    EmailOpened,
    EmailLinkClicked,
}

/// <summary>What the calls of each kind have in common.</summary>
internal static class SaasCalls
{
    /// <summary>By the value of <see cref="SaasCall"/>.</summary>
    public static IReadOnlyList<CallShape> Shapes { get; } = [.. Enum.GetValues<SaasCall>().Select(Shape)];

    /// <summary>The path of a page.</summary>
    public static string Path(SaasCall page) => page switch
    {
        SaasCall.LandingPage => "/",
        SaasCall.FeaturesPage => "/features",
        SaasCall.PricingPage => "/pricing",
        SaasCall.TemplatesPage => "/templates",
        SaasCall.BlogPage => "/blog",
        SaasCall.SignUpPage => "/signup",
        SaasCall.DashboardPage => "/dashboard",
        SaasCall.BillingPage => "/account/billing",
        SaasCall.CancelPage => "/account/cancel",
        SaasCall.HelpPage => "/help",
        _ => throw new ArgumentOutOfRangeException(nameof(page), page, "Not a page."),
    };

    private static CallShape Shape(SaasCall call) => call switch
    {
        SaasCall.Identify => CallShape.Identify,
        SaasCall.Group => CallShape.Group,
        SaasCall.LandingPage => CallShape.Page("Home"),
        SaasCall.FeaturesPage => CallShape.Page("Features"),
        SaasCall.PricingPage => CallShape.Page("Pricing"),
        SaasCall.TemplatesPage => CallShape.Page("Templates"),
        SaasCall.BlogPage => CallShape.Page("Blog"),
        SaasCall.SignUpPage => CallShape.Page("Sign Up"),
        SaasCall.DashboardPage => CallShape.Page("Dashboard"),
        SaasCall.BillingPage => CallShape.Page("Billing"),
        SaasCall.CancelPage => CallShape.Page("Cancel"),
        SaasCall.HelpPage => CallShape.Page("Help"),
        SaasCall.HomeScreen => CallShape.Screen("Home"),
        SaasCall.EditorScreen => CallShape.Screen("Editor"),
        _ => CallShape.Track(Words(call.ToString())),
    };

    /// <summary>"ExportFile" → "Export File".</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + letter : letter.ToString()));
}

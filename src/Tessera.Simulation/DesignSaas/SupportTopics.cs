namespace Tessera.Simulation.DesignSaas;

/// <summary>What support tickets are about, with sentences that customers write.</summary>
internal static class SupportTopics
{
    public const int Billing = 0;
    public const int Collaboration = 1;
    public const int Performance = 2;
    public const int FirstGeneral = 2;
    public const int GeneralCount = 5;

    /// <summary>The property <c>topic</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["billing", "collaboration", "performance", "how_to", "export", "account_access", "feature_request"];

    /// <summary>What is wrong, by topic.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Problems { get; } =
    [
        ["I was charged twice this month.", "Why did my invoice go up?", "Can I get a discount for paying yearly?", "The price is too high for what I use."],
        ["My colleague cannot see our shared library.", "Comments do not reach the whole team.", "How do I give a client access to one project?"],
        ["The editor is slow with large files.", "It freezes whenever I zoom.", "Saving takes forever since the update."],
        ["How do I make a transparent background?", "I cannot find where to set the page size.", "Where did the alignment tool go?"],
        ["The exported PDF has the wrong fonts.", "SVG export drops my gradients.", "My export fails with an error."],
        ["I cannot sign in on my new phone.", "The password mail never arrives.", "I need to change the e-mail of my account."],
        ["Please add a dark mode.", "Could you support CMYK?", "It would be great to edit several pages at once."],
    ];

    /// <summary>How a ticket or comment begins and ends, from angry to pleased.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Tones { get; } =
    [
        ["This is really frustrating.", "I am disappointed.", "Not for the first time, this does not work.", "I am about to give up on this."],
        ["Hello,", "Hi there,", "A short question:", "Good morning,"],
        ["I love the tool, one small thing:", "Great product!", "Thanks for the quick help last time.", "Really happy with the editor so far."],
    ];

    /// <summary>Which of the three tones suits a satisfaction in hundredths, given a uniform draw.</summary>
    public static int ToneOf(int satisfaction, double draw)
    {
        var shifted = (satisfaction / 100.0) + ((draw - 0.5) * 1.6);
        return shifted < -0.35 ? 0 : shifted < 0.4 ? 1 : 2;
    }
}

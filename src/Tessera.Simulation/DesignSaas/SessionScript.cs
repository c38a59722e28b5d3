using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>What happens inside the tool on an active day, call by call. Decides nothing: it only shows.</summary>
internal sealed class SessionScript(StreamKeys keys)
{
    /// <summary>No session is longer, so that none reaches into the morning of the next day.</summary>
    private const long LongestSession = 3 * SimulationTime.Hour;

    private const double MeanPauseSeconds = 70;

    /// <summary>All sessions of a member's day.</summary>
    /// <param name="today">The account's day.</param>
    /// <param name="index">Which member.</param>
    /// <param name="count">How many sessions.</param>
    /// <param name="tried">The feature that is used for the first time, or −1.</param>
    public void Day(ref AccountDay today, int index, int count, int tried)
    {
        var customer = today.Account.FirstMember + index;
        var random = keys.Stream(StreamPurpose.SessionDetail, customer, today.Day);
        today.Sink.Begin(customer, today.Day, AccountScript.SessionSequence);
        for (var i = 0; i < count; i++)
        {
            var start = today.Midnight + WorkCalendar.DrawTimeOfDay(today.Archetype.Hours, ref random);
            new Session(today, index, start, i == 0 ? tried : -1).Play(ref random);
        }

        AnswerSurvey(today, index, ref random);
    }

    /// <summary>The owner's first session, right after signing up.</summary>
    public void First(ref AccountDay today, long time)
    {
        var random = keys.Stream(StreamPurpose.SessionDetail, today.Account.FirstMember, today.Day);
        today.Sink.Begin(today.Account.FirstMember, today.Day, AccountScript.SessionSequence);
        new Session(today, 0, time, tried: -1).Play(ref random);
    }

    /// <summary>The newsletter of Tuesdays, for members who read it.</summary>
    public void Newsletter(ref AccountDay today, int index)
    {
        ref readonly var member = ref today.Members[index];
        var customer = today.Account.FirstMember + index;
        if (today.Day <= member.JoinDay || member.LeftAt != long.MaxValue)
        {
            return;
        }

        var random = keys.Stream(StreamPurpose.EventDetail, -1 - customer, today.Day);
        if (random.Chance(today.Archetype.NewsletterOpens * (0.3 + (0.7 * Departures.ActivityFactor(today.Account, today.Day)))))
        {
            today.Sink.Begin(customer, today.Day, AccountScript.AfterwardsSequence + 512);
            var time = today.Midnight + (9 * SimulationTime.Hour) + (long)(random.Exponential(1 / 3.0) % 12 * SimulationTime.Hour);
            today.Sink.Add(time, (int)SaasCall.EmailOpened, random.NextBits(), CallFlags.Server, a: today.Day);
            if (random.Chance(0.18))
            {
                today.Sink.Add(time + (SimulationTime.Second * random.NextInt(4, 90)), (int)SaasCall.EmailLinkClicked, random.NextBits(), CallFlags.Server, a: today.Day);
            }
        }
    }

    /// <summary>About every quarter members are asked whether they would recommend the tool; some answer.</summary>
    private static void AnswerSurvey(in AccountDay today, int index, ref RandomStream random)
    {
        var phase = (today.Day - today.Members[index].JoinDay) % 91;
        if (phase is < 40 or > 46 || !random.Chance(0.13))
        {
            return;
        }

        ref readonly var account = ref today.Account;
        var decline = account.Phase == AccountPhase.Declining ? 1.5 : 0;
        var score = Math.Clamp((int)Math.Floor(random.Normal(today.Archetype.RecommendationMean + (1.8 * account.Satisfaction) - decline, 1.4) + 0.5), 0, 10);
        var time = today.Midnight + (11 * SimulationTime.Hour) + random.NextInt((int)(6 * SimulationTime.Hour));
        today.Sink.Add(time, (int)SaasCall.SurveyAnswered, random.NextBits(), CallFlags.None, SurveyKind.WithScore(SurveyKind.Recommendation, score), (int)Math.Round(account.Satisfaction * 100));
    }

    /// <summary>One session.</summary>
    private ref struct Session
    {
        private readonly AccountDay today;
        private readonly int index;
        private readonly int tried;
        private readonly long start;
        private readonly uint snapshot;
        private long time;
        private CallFlags flags;
        private int actions;

        public Session(AccountDay today, int index, long start, int tried)
        {
            this.today = today;
            this.index = index;
            this.tried = tried;
            this.start = start;
            time = start;
            snapshot = AccountSnapshot.Of(today.Account).Bits;
        }

        public void Play(ref RandomStream random)
        {
            ref readonly var member = ref today.Members[index];
            var mobile = random.NextInt(100) < member.MobilePercent;
            flags = mobile ? CallFlags.Mobile : CallFlags.None;
            var scale = (mobile ? 0.55 : 1) * (today.Day >= ProductTimeline.NewEditorDay ? 0.85 : 1);
            var planned = 1 + random.Poisson((today.Archetype.ActionsPerSession - 1) * scale * member.Pace);
            if (random.Chance(mobile ? 0.2 : 0.6))
            {
                Add(SaasCall.Login, ref random);
            }

            Add(mobile ? SaasCall.HomeScreen : SaasCall.DashboardPage, ref random);
            OpenProject(ref random);
            if (tried >= 0)
            {
                UseFeature(tried, isFirst: true, ref random);
            }

            for (var i = 0; i < planned && time - start < LongestSession - SimulationTime.Hour; i++)
            {
                Act(ref random);
            }

            Wander(ref random);
            Add(SaasCall.SessionEnded, ref random, a: (int)((time - start) / SimulationTime.Second), b: actions);
        }

        private void OpenProject(ref RandomStream random)
        {
            // A new project every nine days or so; work goes on mostly in the latest ones.
            var latest = (today.Day - today.Members[index].JoinDay) / 9;
            if (random.Chance(0.1))
            {
                Add(SaasCall.ProjectCreated, ref random, a: latest);
            }

            Add(SaasCall.ProjectOpened, ref random, a: Math.Max(0, latest - random.Geometric(0.6)));
            if ((flags & CallFlags.Mobile) == CallFlags.Mobile)
            {
                Add(SaasCall.EditorScreen, ref random);
            }
        }

        /// <summary>One action: an export, something with others, a template, an error, or, mostly, a feature.</summary>
        private void Act(ref RandomStream random)
        {
            actions++;
            ref readonly var member = ref today.Members[index];
            var draw = random.NextDouble();
            var export = Math.Min(0.4, today.Archetype.ExportShare * member.ExportTaste);
            var collaboration = Math.Min(0.45, today.Archetype.Collaboration * member.Sociability * (today.Account.IsCompany ? 1.3 : 0.5));
            if (draw < export)
            {
                Add(SaasCall.ExportFile, ref random, a: today.Day);
            }
            else if (draw < export + collaboration)
            {
                Add(random.Chance(0.35) ? SaasCall.ShareLinkCreated : SaasCall.CommentAdded, ref random);
            }
            else if (draw < export + collaboration + 0.07)
            {
                Add(SaasCall.TemplateUsed, ref random);
            }
            else if (draw > 0.992)
            {
                Add(SaasCall.ErrorEncountered, ref random);
            }
            else
            {
                UseKnownFeature(ref random);
            }
        }

        private void UseKnownFeature(ref RandomStream random)
        {
            ref readonly var member = ref today.Members[index];
            var choice = FeatureCatalogue.UseByArchetype[today.Nature];
            for (var attempt = 0; attempt < 8; attempt++)
            {
                var feature = choice.Draw(ref random);
                if ((member.Features & (1U << feature)) != 0)
                {
                    UseFeature(feature, isFirst: false, ref random);
                    return;
                }

                if (attempt == 0 && FeatureCatalogue.All[feature].IsPaid && !today.Account.IsPaying && !today.Account.IsOnTrial
                    && today.Day >= FeatureCatalogue.All[feature].LaunchDay && random.Chance(0.12))
                {
                    Add(SaasCall.UpgradePromptShown, ref random, a: feature);
                    return;
                }
            }

            UseFeature(1, isFirst: false, ref random);
        }

        private void UseFeature(int feature, bool isFirst, ref RandomStream random) =>
            Add(SaasCall.FeatureUsed, ref random, a: feature, b: isFirst ? 1 : 0);

        /// <summary>Looks at pages around the tool: prices, the way out, help.</summary>
        private void Wander(ref RandomStream random)
        {
            ref readonly var account = ref today.Account;
            var declining = account.Phase == AccountPhase.Declining;
            var price = today.Archetype.PriceSensitivity * today.Members[index].PriceInterest;
            var prices = (0.012 + (0.07 * price)) * (declining && account.Cause == DepartureCause.Price ? 3 : 1) * (account.IsOnTrial ? 2.5 : 1);
            var leaving = account.IsPaying ? 0.002 + (0.016 * price) + (declining ? 0.12 : 0) : 0;
            var help = 0.025 + (declining && account.Cause is DepartureCause.Quality or DepartureCause.MissingValue ? 0.08 : 0);
            if (random.Chance(prices))
            {
                Add(SaasCall.PricingPage, ref random);
            }

            if (random.Chance(leaving))
            {
                Add(SaasCall.BillingPage, ref random);
                Add(SaasCall.CancelPage, ref random);
            }

            if (random.Chance(help))
            {
                Add(SaasCall.HelpPage, ref random);
            }
        }

        private void Add(SaasCall call, ref RandomStream random, int a = 0, int b = 0)
        {
            today.Sink.Add(time, (int)call, random.NextBits(), flags, a, b, snapshot);
            time += SimulationTime.Second + (long)Math.Min(900_000, random.Exponential(1 / MeanPauseSeconds) * SimulationTime.Second);
        }
    }
}

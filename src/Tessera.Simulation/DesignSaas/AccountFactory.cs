using Tessera.Simulation.People;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Draws accounts and their members as they are before the first day. A function of the seed and the numbers alone.</summary>
internal sealed class AccountFactory(StreamKeys keys, int days, WorkCalendar calendar)
{
    /// <summary>The share of accounts that existed before the observed days.</summary>
    private const double ExistingShare = 0.42;

    /// <summary>The oldest accounts signed up so many days before.</summary>
    private const int LongestTenureDays = 900;

    /// <summary>All members of a company join within so many days.</summary>
    public const int JoiningDays = 30;

    private const int LargestAccount = 24;

    /// <summary>No account takes after another class on more than this share of its days.</summary>
    private const double MostSecondNature = 0.48;

    private static readonly WeightedChoice ArchetypeShares = new([.. Archetypes.All.Select(one => one.Share)]);
    private static readonly WeightedChoice[] InitialPlans = [.. Archetypes.All.Select(one => new WeightedChoice([.. one.InitialPlans]))];
    private static readonly WeightedChoice[] Roles = [.. Archetypes.All.Select(one => new WeightedChoice([.. one.Roles]))];
    private static readonly WeightedChoice CountryShares = new(30, 11, 11, 7, 8, 5, 4, 3, 4, 3, 4, 2, 2, 2, 2, 1, 1, 1, 1, 1);
    private static readonly uint CoreFeatures = FeatureCatalogue.GroupMask(FeatureGroup.Core);

    /// <summary>How many members an account has; needs no other account.</summary>
    public int SizeOf(int account)
    {
        var random = keys.Stream(StreamPurpose.AccountProfile, account);
        return DrawSize(Archetypes.All[ArchetypeShares.Draw(ref random)], ref random);
    }

    /// <summary>The account of a number, and its members.</summary>
    /// <param name="number">The account's number.</param>
    /// <param name="firstMember">The customer number of its first member.</param>
    /// <param name="members">Receives the members; as many as <see cref="SizeOf"/> says.</param>
    public Account Create(int number, int firstMember, Span<Member> members)
    {
        var random = keys.Stream(StreamPurpose.AccountProfile, number);
        var kind = ArchetypeShares.Draw(ref random);
        var archetype = Archetypes.All[kind];
        var account = new Account
        {
            Archetype = (byte)kind,
            Size = (ushort)DrawSize(archetype, ref random),
            FirstMember = firstMember,
            ChurnedAt = long.MaxValue,
            TrialEndDay = -1,
            AhaDay = Account.Never,
            TicketDueDay = Account.Never,
            PaymentTroubleDay = Account.Never,
            Willingness = (float)random.Normal(),
            Satisfaction = (float)random.Normal(0, 0.35),
            Country = (byte)CountryShares.Draw(ref random),
            Industry = (byte)random.NextInt(Companies.Industries.Count),
            SecondNature = (byte)ArchetypeShares.Draw(ref random),
            SecondShare = (byte)(256 * MostSecondNature * random.Beta(1, 1.5)),
        };
        account.City = (byte)random.NextInt(Places.Countries[account.Country].Cities.Count);

        // Nobody signs up so late that time zones would push it, or the joining of colleagues, out of the observed days.
        var existing = random.Chance(ExistingShare) || days < 4;
        account.SignUpDay = existing ? -2 - random.NextInt(LongestTenureDays) : 1 + random.NextInt(days - 3);
        account.Campaign = (byte)DrawCampaign(account.SignUpDay, ref random);
        account.Phase = existing ? AccountPhase.Healthy : AccountPhase.Prospect;
        if (existing)
        {
            Settle(ref account, kind, ref random);
        }

        for (var i = 0; i < members.Length; i++)
        {
            members[i] = CreateMember(account, archetype, firstMember + i, isOwner: i == 0);
            account.Seats += (ushort)(members[i].JoinDay < 0 ? 1 : 0);
        }

        return account;
    }

    private static int DrawSize(Archetype archetype, ref RandomStream random) =>
        random.Chance(archetype.CompanyShare) ? Math.Min(LargestAccount, 2 + random.NegativeBinomial(archetype.ExtraMembers, 1.5)) : 1;

    /// <summary>What has become of an account by the first day: its plan, its invoices, its aha moment.</summary>
    private static void Settle(ref Account account, int kind, ref RandomStream random)
    {
        account.Plan = (Plan)InitialPlans[kind].Draw(ref random);
        account.HadTrial = account.IsPaying || random.Chance(0.3);
        if (account.IsPaying && !(account.Plan == Plan.Enterprise && account.Size >= 6))
        {
            account.Plan = account.IsCompany ? Plan.Team : Plan.Pro;
        }

        account.Integrations = TechnologyStack.DrawInitial(account, Archetypes.All[kind], ref random);
        account.IsYearly = account.IsPaying && (account.Plan == Plan.Enterprise || random.Chance(Archetypes.All[kind].AnnualShare));
        if (account.IsPaying)
        {
            account.InvoiceDay = random.NextInt(account.IsYearly ? 365 : 30);
            account.AhaDay = random.Chance(0.75) ? account.SignUpDay + random.NextInt(30) : Account.Never;
        }
    }

    private Member CreateMember(in Account account, Archetype archetype, int number, bool isOwner)
    {
        var random = keys.Stream(StreamPurpose.MemberProfile, number);
        var member = new Member
        {
            LeftAt = long.MaxValue,
            Eagerness = (float)random.Normal(0, 0.5),
            Role = (byte)Roles[account.Archetype].Draw(ref random),
            Desktop = (byte)Devices.DesktopShares.Draw(ref random),
            Mobile = (byte)Devices.MobileShares.Draw(ref random),
            UpdateLagDays = (byte)Math.Min(120, random.Geometric(1 / 12.0)),
        };
        member.Pace = (float)random.LogNormal(1, 0.3);
        member.ExportTaste = (float)random.LogNormal(1, 0.5);
        member.Sociability = (float)random.LogNormal(1, 0.7);
        member.PriceInterest = (float)random.LogNormal(1, 0.7);
        member.Openness = (float)random.LogNormal(1, 0.6);
        member.MobilePercent = (byte)(100 * random.Beta(3 * archetype.MobileShare, 3 * (1 - archetype.MobileShare)));
        member.Drive = (float)PortableMath.Exp(member.Eagerness);
        member.JoinDay = DrawJoinDay(account, isOwner, ref random);
        member.Features = CoreFeatures & ~(1U << random.NextInt(5));
        if (account.SignUpDay < 0)
        {
            member.Features |= DrawKnownFeatures(account, archetype, ref random);
            member.Habit = Math.Min(1, (float)archetype.ActiveDaysPerWeek / 7);
        }

        return member;
    }

    private int DrawJoinDay(in Account account, bool isOwner, ref RandomStream random)
    {
        var later = 1 + random.NextInt(JoiningDays - 1);
        if (isOwner)
        {
            return account.SignUpDay;
        }

        if (account.SignUpDay < 0)
        {
            return random.Chance(0.8) || days < 4 ? -2 : Math.Min(later, days - 2);
        }

        return Math.Min(account.SignUpDay + later, days - 2);
    }

    private static uint DrawKnownFeatures(in Account account, Archetype archetype, ref RandomStream random)
    {
        var known = 0U;
        var chance = Math.Min(0.75, archetype.Curiosity * 14);
        for (var i = 0; i < FeatureCatalogue.All.Length; i++)
        {
            var feature = FeatureCatalogue.All[i];
            if (feature.LaunchDay < 0 && feature.Group != FeatureGroup.Core && random.Chance(feature.IsPaid && !account.IsPaying ? chance / 3 : chance))
            {
                known |= 1U << i;
            }
        }

        return account.AhaDay >= account.SignUpDay ? known | (1U << FeatureCatalogue.BrandKit) : known & ~(1U << FeatureCatalogue.BrandKit);
    }

    /// <summary>Newcomers come more and more through social media: the mix drifts over the first two years.</summary>
    private int DrawCampaign(int signUpDay, ref RandomStream random)
    {
        var campaign = Campaigns.Shares.Draw(ref random);
        var drift = Math.Clamp((calendar.Date(Math.Max(0, signUpDay)).DayNumber - calendar.Date(0).DayNumber) / 730.0, 0, 1);
        return random.Chance(0.35 * drift) ? Campaigns.ShortVideo : campaign;
    }
}

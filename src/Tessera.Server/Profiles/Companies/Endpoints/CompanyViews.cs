using System.Text.Json;
using Tessera.Domain;

namespace Tessera.Server.Profiles.Companies.Endpoints;

/// <summary>A company in a list.</summary>
/// <param name="Id">The id of its profile.</param>
/// <param name="Key">Its id as sources name it in group calls.</param>
/// <param name="Name">Its newest name, or else its key.</param>
/// <param name="Members">How many customers belong to it now.</param>
/// <param name="FirstSeen">When the first group call happened that names it.</param>
/// <param name="LastSeen">When the last one did.</param>
internal sealed record CompanySummary(Guid Id, string Key, string Name, long Members, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>A page of companies.</summary>
/// <param name="Items">The companies: those that begin with what was searched for first, then by name.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record CompanyList(IReadOnlyList<CompanySummary> Items, string? Next);

/// <summary>Everything known about one company.</summary>
/// <param name="Id">The id of its profile.</param>
/// <param name="Key">Its id as sources name it in group calls.</param>
/// <param name="Name">Its newest name, or else its key.</param>
/// <param name="Traits">Its traits: of all group calls that say something of one, the one counts that happened last.</param>
/// <param name="Members">How many customers belong to it now: those whose latest group call names it.</param>
/// <param name="FirstSeen">When the first group call happened that names it.</param>
/// <param name="LastSeen">When one of them did something last, or the last group call happened.</param>
/// <param name="Events">Events, pages and screens of those who belong to it now.</param>
internal sealed record CompanyView(
    Guid Id, string Key, string Name, IReadOnlyList<CompanyTrait> Traits, long Members, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, long Events);

/// <summary>A trait of a company.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Source">The source of the call that said so; empty for an imported one.</param>
/// <param name="Time">When that call happened.</param>
internal sealed record CompanyTrait(string Name, JsonElement Value, string Source, DateTimeOffset Time);

/// <summary>A time in which a customer belonged to a company.</summary>
/// <param name="ProfileId">The customer.</param>
/// <param name="Identifier">What they are known by; null when nothing is known of them any more.</param>
/// <param name="Name">Their name; null when not known.</param>
/// <param name="Since">From when.</param>
/// <param name="Until">Until when, because a later group call names another company; null: they belong now.</param>
internal sealed record CompanyMember(Guid ProfileId, Identifier? Identifier, string? Name, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>A page of members.</summary>
/// <param name="Items">Those who belong now, the latest first; then those who did. Somebody who came back is there for each time.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record CompanyMemberList(IReadOnlyList<CompanyMember> Items, string? Next);

/// <summary>A time in which a customer belonged to a company.</summary>
/// <param name="CompanyId">The id of the company's profile.</param>
/// <param name="Key">Its id as sources name it.</param>
/// <param name="Since">From when.</param>
/// <param name="Until">Until when; null: they belong now.</param>
internal sealed record CompanySpan(Guid CompanyId, string Key, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>The companies that a customer belonged to.</summary>
/// <param name="Items">The latest first.</param>
internal sealed record CompanySpanList(IReadOnlyList<CompanySpan> Items);

namespace Tessera.Server.Profiles.Companies;

/// <summary>A company in a list, as the engine answers it.</summary>
/// <param name="CompanyId">Its id.</param>
/// <param name="Key">Its id as sources name it.</param>
/// <param name="Name">Its newest name, or else its key.</param>
/// <param name="Rank">0 when name or key begins with what is searched for, 1 when they contain it.</param>
/// <param name="FirstSeen">When the first group call happened that names it.</param>
/// <param name="LastSeen">When the last one did.</param>
internal sealed record CompanyRow(Guid CompanyId, string Key, string Name, byte Rank, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>What group calls say of one company.</summary>
internal sealed record CompanyFacts(string Key, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, long Calls);

/// <summary>What group calls say last of a trait of a company.</summary>
internal sealed record CompanyTraitRow(string Name, string Value, DateTimeOffset Time, string MessageId, string Source);

/// <summary>A time in which a customer belonged to a company.</summary>
/// <param name="ProfileId">The customer.</param>
/// <param name="Since">From when.</param>
/// <param name="Until">Until when; null: they belong now.</param>
internal sealed record CompanyMemberRow(Guid ProfileId, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>A time in which one customer belonged to a company.</summary>
internal sealed record CompanySpanRow(Guid CompanyId, string Key, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>What some customers did together.</summary>
internal sealed record CompanyActivity(long Events, DateTimeOffset LastSeen);

/// <summary>Where a page of companies ended.</summary>
internal sealed record CompanyCursor(string Search, byte Rank, string Name, Guid Company);

/// <summary>Where a page of members ended.</summary>
internal sealed record MemberCursor(bool IsNow, DateTimeOffset Since, Guid ProfileId);

using System.Security.Claims;
using Sendra.Application.Access;

namespace Sendra.WebApi.Access;

/// <summary>Who calls: a person's session or a program's key. It carries what is known itself; no claim has to be parsed.</summary>
internal sealed class CallerIdentity : ClaimsIdentity
{
    public CallerIdentity(string scheme, KnownSession session)
        : base(scheme)
    {
        Session = session;
        WorkspaceId = session.WorkspaceId;
    }

    public CallerIdentity(string scheme, KnownApiKey key, bool isAllowedHere)
        : base(scheme)
    {
        Key = key;
        IsAllowedHere = isAllowedHere;
        WorkspaceId = key.WorkspaceId;
    }

    /// <summary>The session, or null for a key.</summary>
    public KnownSession? Session { get; }

    /// <summary>The key, or null for a session.</summary>
    public KnownApiKey? Key { get; }

    /// <summary>False for a key that comes from an address that it may not come from. It can do nothing.</summary>
    public bool IsAllowedHere { get; } = true;

    /// <summary>The id of the session or key.</summary>
    public Guid Id => Session?.Id.Value ?? Key!.Id.Value;

    /// <summary>On whose behalf the request runs; null for a person who is in no workspace.</summary>
    public WorkspaceId? WorkspaceId { get; }
}

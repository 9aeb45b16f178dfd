namespace Sendra.Domain.EventSources;

public sealed class EventSourceToken
{
    internal EventSourceToken(string hash, string protectedText, DateTimeOffset createdAt, DateTimeOffset? expiresAt)
    {
        Hash = hash;
        ProtectedText = protectedText;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>See <see cref="WebhookToken.Hash"/>.</summary>
    public string Hash { get; }

    /// <summary>The token, encrypted, so that the workspace's members can see the URL again.</summary>
    public string ProtectedText { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>From when on its URL no longer works; null while it is the source's current one.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Whether its URL works at this time.</summary>
    public bool IsValid(DateTimeOffset now) => ExpiresAt is not { } end || now < end;

    /// <summary>Ends it at this time, unless it ends sooner already.</summary>
    internal void ExpireBy(DateTimeOffset end) => ExpiresAt = ExpiresAt < end ? ExpiresAt : end;
}

using Sendra.Domain.Common;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Presets;

namespace Sendra.Domain.EventSources;

/// <summary>An inbound webhook: an unguessable URL, and how to read what arrives there.</summary>
public sealed class EventSource : IWorkspaceOwned
{
    /// <summary>The maximum length of a name, in characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The maximum length of a preset's id, in characters.</summary>
    public const int MaxPresetLength = 50;

    /// <summary>How many a workspace can have.</summary>
    public const int MaxPerWorkspace = 500;

    /// <summary>Most tokens that a source remembers, old ones included.</summary>
    public const int MaxTokens = 10;

    /// <summary>How long payloads are kept unless the source says otherwise, in days.</summary>
    public const int DefaultRetentionDays = 30;

    /// <summary>The longest time payloads are kept, in days.</summary>
    public const int MaxRetentionDays = 365;

    /// <summary>The longest time an old URL can keep working after a rotation.</summary>
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(30);

    private readonly List<EventSourceToken> _tokens = [];

    private EventSource(
        EventSourceId id,
        WorkspaceId workspaceId,
        string name,
        string? preset,
        PayloadMapping mapping,
        SourceSignature? signature,
        Handshake? handshake,
        int retentionDays,
        bool isEnabled,
        DateTimeOffset updatedAt,
        ApiKeyId? apiKeyId,
        Guid? createdBy)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Name = name;
        Preset = preset;
        Mapping = mapping;
        Signature = signature;
        Handshake = handshake;
        RetentionDays = retentionDays;
        IsEnabled = isEnabled;
        UpdatedAt = updatedAt;
        ApiKeyId = apiKeyId;
        CreatedBy = createdBy;
    }

    public EventSourceId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; }

    /// <summary>The API key whose calls it reads; null for a webhook of its own.</summary>
    public ApiKeyId? ApiKeyId { get; }

    /// <summary>The user or the API key that created it; null if it was created before this was recorded.</summary>
    public Guid? CreatedBy { get; }

    /// <summary>What sends to it.</summary>
    public EventSourceKind Kind => ApiKeyId is null ? EventSourceKind.Webhook : EventSourceKind.Client;

    /// <summary>The preset it was created from. The mapping is its own; what the preset says of <see cref="Feedback"/> holds.</summary>
    public string? Preset { get; private set; }

    /// <summary>How a delivery is read.</summary>
    public PayloadMapping Mapping { get; private set; }

    /// <summary>The signature check, or null for none.</summary>
    public SourceSignature? Signature { get; private set; }

    /// <summary>What its sender asks before it sends, or null (S14).</summary>
    public Handshake? Handshake { get; private set; }

    /// <summary>How it reports on emails that Sendra sent (M5), as its preset says; null when it doesn't.</summary>
    public FeedbackReader? Feedback => EventSourcePresets.Find(Preset)?.Feedback;

    /// <summary>How long payloads and headers of deliveries are kept, in days.</summary>
    public int RetentionDays { get; private set; }

    /// <summary>Whether it accepts deliveries. A disabled source returns 410 (S1).</summary>
    public bool IsEnabled { get; private set; }

    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Its tokens, the ended ones included, in no particular order.</summary>
    public IReadOnlyList<EventSourceToken> Tokens => _tokens;

    /// <summary>The token of the URL that is shown.</summary>
    public EventSourceToken CurrentToken => _tokens.Single(token => token.ExpiresAt is null);

    /// <summary>Creates a source, enabled and with a first token.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="name">Its name, 1 to <see cref="MaxNameLength"/> characters.</param>
    /// <param name="mapping">How a delivery is read.</param>
    /// <param name="protect">Encrypts the token's text.</param>
    /// <param name="signature">The signature check, or null for none.</param>
    /// <param name="preset">The preset it was created from.</param>
    /// <param name="retentionDays">How long payloads are kept; 1 to <see cref="MaxRetentionDays"/>.</param>
    /// <param name="handshake">What its sender asks before it sends, or null.</param>
    /// <param name="apiKeyId">The API key whose calls it reads, or null.</param>
    /// <param name="createdBy">The user or the API key that creates it.</param>
    public static EventSource Create(
        EventSourceId id,
        WorkspaceId workspaceId,
        string name,
        PayloadMapping mapping,
        Func<WebhookToken, string> protect,
        SourceSignature? signature = null,
        string? preset = null,
        int retentionDays = DefaultRetentionDays,
        Handshake? handshake = null,
        ApiKeyId? apiKeyId = null,
        Guid? createdBy = null)
    {
        Check(name, retentionDays);
        var now = TimeOrderedId.TimeOf(id);
        var source = new EventSource(id, workspaceId, name, preset, mapping, signature, handshake, retentionDays, isEnabled: true, now, apiKeyId, createdBy);
        source.AddToken(protect, now);
        return source;
    }

    /// <summary>Changes how it reads deliveries from now on; earlier ones change only by replay.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="preset">The preset it was created from.</param>
    /// <param name="mapping">How a delivery is read.</param>
    /// <param name="signature">The signature check, or null for none.</param>
    /// <param name="retentionDays">How long payloads are kept.</param>
    /// <param name="handshake">What its sender asks before it sends, or null.</param>
    public void Edit(string name, string? preset, PayloadMapping mapping, SourceSignature? signature, int retentionDays, DateTimeOffset now, Handshake? handshake = null)
    {
        Check(name, retentionDays);
        Name = name;
        Preset = preset;
        Mapping = mapping;
        Signature = signature;
        Handshake = handshake;
        RetentionDays = retentionDays;
        UpdatedAt = now;
    }

    /// <summary>Enables it. Enabling an enabled one changes nothing.</summary>
    public void Enable(DateTimeOffset now) => Switch(true, now);

    /// <summary>Disables it. Disabling a disabled one changes nothing.</summary>
    public void Disable(DateTimeOffset now) => Switch(false, now);

    /// <summary>
    /// Gives it a new URL (S1). All older ones go on working for the overlap and no longer: whoever rotates because a URL leaked
    /// chooses none and is safe at once.
    /// </summary>
    /// <param name="overlap">None to <see cref="MaxOverlap"/>.</param>
    /// <param name="protect">Encrypts the token's text.</param>
    /// <returns>The new token.</returns>
    public WebhookToken Rotate(TimeSpan overlap, DateTimeOffset now, Func<WebhookToken, string> protect)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, MaxOverlap);
        foreach (var token in _tokens)
        {
            token.ExpireBy(now + overlap);
        }

        // Those that end first make room.
        foreach (var old in _tokens.OrderByDescending(token => token.ExpiresAt).ThenByDescending(token => token.CreatedAt).Skip(MaxTokens - 1).ToList())
        {
            _tokens.Remove(old);
        }

        UpdatedAt = now;
        return AddToken(protect, now);
    }

    /// <summary>The tokens whose URL works at this time.</summary>
    public IEnumerable<EventSourceToken> ValidTokens(DateTimeOffset now) => _tokens.Where(token => token.IsValid(now));

    /// <summary>Whether this token's URL works at this time. It does not ask whether the source is enabled.</summary>
    /// <param name="token">A token from a URL.</param>
    public bool Accepts(WebhookToken token, DateTimeOffset now) => ValidTokens(now).Any(valid => valid.Hash == token.Hash);

    private WebhookToken AddToken(Func<WebhookToken, string> protect, DateTimeOffset now)
    {
        var token = WebhookToken.New();
        _tokens.Add(new EventSourceToken(token.Hash, protect(token), now, expiresAt: null));
        return token;
    }

    private static void Check(string name, int retentionDays)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxNameLength, nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThan(retentionDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retentionDays, MaxRetentionDays);
    }

    private void Switch(bool isEnabled, DateTimeOffset now)
    {
        if (IsEnabled != isEnabled)
        {
            IsEnabled = isEnabled;
            UpdatedAt = now;
        }
    }
}

using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>A source as it was read at some time, which its deliveries share until it changes. Not to be changed.</summary>
public sealed class KnownSource(EventSource source, Func<IReadOnlyList<string>> revealSecrets)
{
    private readonly Lazy<IReadOnlyList<string>> _secrets = new(revealSecrets, LazyThreadSafetyMode.PublicationOnly);

    public EventSource Source => source;

    /// <summary>Its signing secrets, decrypted when they are first asked for.</summary>
    public IReadOnlyList<string> Secrets => _secrets.Value;
}

using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>A source as it was once read. Its deliveries share it until the source changes. Don't modify it.</summary>
public sealed class KnownSource(EventSource source, Func<IReadOnlyList<string>> revealSecrets)
{
    private readonly Lazy<IReadOnlyList<string>> _secrets = new(revealSecrets, LazyThreadSafetyMode.PublicationOnly);

    public EventSource Source => source;

    /// <summary>Its signing secrets, decrypted on first use.</summary>
    public IReadOnlyList<string> Secrets => _secrets.Value;
}

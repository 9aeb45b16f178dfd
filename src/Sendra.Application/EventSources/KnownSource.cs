using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>A source as it was read at some time, which webhooks share until it changes. Not to be changed.</summary>
/// <param name="Source">The source.</param>
/// <param name="Secrets">Its signing secrets, decrypted.</param>
/// <param name="RulesVersion">The workspace's rules version before the source was read; ingestion refuses another one.</param>
/// <param name="AddressKey">The workspace's.</param>
public sealed record KnownSource(EventSource Source, IReadOnlyList<string> Secrets, Guid RulesVersion, AddressKey AddressKey);

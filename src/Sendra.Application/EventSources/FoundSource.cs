using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;

namespace Sendra.Application.EventSources;

/// <summary>A source, and what its deliveries are read with.</summary>
/// <param name="Known">The source.</param>
/// <param name="Rules">The rules of its workspace that it was found in.</param>
/// <param name="AddressKey">The workspace's key, which never changes.</param>
public sealed record FoundSource(KnownSource Known, WorkspaceRules Rules, AddressKey AddressKey);

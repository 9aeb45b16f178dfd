namespace Sendra.Infrastructure.Calls;

/// <summary>A host resolves to an address that calls can't reach.</summary>
internal sealed class AddressRefusedException(string host) : Exception($"{host} resolves to a private or reserved address, which calls can't reach.");

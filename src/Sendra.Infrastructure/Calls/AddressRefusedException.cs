namespace Sendra.Infrastructure.Calls;

/// <summary>A host leads to an address that must not be called.</summary>
internal sealed class AddressRefusedException(string host) : Exception($"{host} leads to an address that must not be called.");

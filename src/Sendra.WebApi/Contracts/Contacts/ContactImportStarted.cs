namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>An import that was received.</summary>
/// <param name="ImportId">Its id, to ask how far it is.</param>
public sealed record ContactImportStarted(ContactImportId ImportId);

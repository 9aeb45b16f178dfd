namespace Sendra.Application.Access;

/// <summary>A person who can sign in (W1).</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The address, normalised (E1).</param>
public sealed record Account(Guid Id, string Email);

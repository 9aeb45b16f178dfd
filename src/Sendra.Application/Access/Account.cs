namespace Sendra.Application.Access;

/// <summary>A person who can sign in (W1).</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The address, normalised (E1).</param>
/// <param name="Stamp">Another value after each change of the password; a session ends with the one it began with.</param>
public sealed record Account(UserId Id, string Email, string Stamp);

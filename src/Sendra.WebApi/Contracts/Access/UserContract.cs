namespace Sendra.WebApi.Contracts.Access;

/// <summary>A person who signs in.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The normalized email.</param>
/// <param name="EmailVerified">True if the person has proven that the email is theirs, by a link that was sent there.</param>
/// <param name="SecondFactor">True if a password alone doesn't sign the person in.</param>
public sealed record UserContract(UserId Id, string Email, bool EmailVerified, bool SecondFactor);

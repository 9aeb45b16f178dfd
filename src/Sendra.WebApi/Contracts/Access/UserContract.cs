namespace Sendra.WebApi.Contracts.Access;

/// <summary>A person who signs in.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The normalized email.</param>
public sealed record UserContract(UserId Id, string Email);

using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>This server sends no email. 409.</summary>
public sealed class NoMailServerException() : DomainException(
    "noMailServer", "This server sends no email. Whoever runs it can make a link to set a new password.");

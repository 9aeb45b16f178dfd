using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The link in an email doesn't work. It isn't told why. 404.</summary>
public sealed class LinkNotFoundException() : DomainException("linkNotFound", "This link doesn't work: it was used, or it is too old. Ask for a new one.");

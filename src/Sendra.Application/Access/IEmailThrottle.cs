namespace Sendra.Application.Access;

/// <summary>Limits the emails that are asked for, by the IP address that asks.</summary>
public interface IEmailThrottle
{
    /// <summary>Counts one.</summary>
    /// <exception cref="TooManyEmailsException">There were too many from this IP address.</exception>
    void Count();
}

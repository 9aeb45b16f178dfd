namespace Sendra.Application.Operating;

/// <summary>How busy this node is.</summary>
public interface INodeLoad
{
    /// <summary>How busy it is now.</summary>
    NodeLoad Look();
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "address_key",
                table: "workspaces",
                type: "bytea",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "delivery_addresses",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_hash = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_addresses", x => new { x.workspace_id, x.address_hash, x.delivery_id });
                    table.ForeignKey(
                        name: "fk_delivery_addresses_deliveries_workspace_id_delivery_id",
                        columns: x => new { x.workspace_id, x.delivery_id },
                        principalTable: "deliveries",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_hash = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => new { x.workspace_id, x.contact_id });
                    table.ForeignKey(
                        name: "fk_erasures_contacts_workspace_id_contact_id",
                        columns: x => new { x.workspace_id, x.contact_id },
                        principalTable: "contacts",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_addresses_workspace_id_delivery_id",
                table: "delivery_addresses",
                columns: new[] { "workspace_id", "delivery_id" });

            migrationBuilder.CreateIndex(
                name: "ix_erasures_workspace_id_address_hash",
                table: "erasures",
                columns: new[] { "workspace_id", "address_hash" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_addresses");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropColumn(
                name: "address_key",
                table: "workspaces");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Consent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sender",
                table: "workspaces",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mail_needs",
                table: "automations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "suppressions",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_hash = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    scope = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<int>(type: "integer", nullable: false),
                    unsubscribed_at = table.Column<long>(type: "bigint", nullable: true),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppressions", x => new { x.workspace_id, x.address_hash });
                    table.ForeignKey(
                        name: "fk_suppressions_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_suppressions_workspace_id_id",
                table: "suppressions",
                columns: new[] { "workspace_id", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suppressions_workspace_id_origin_id",
                table: "suppressions",
                columns: new[] { "workspace_id", "origin", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_suppressions_workspace_id_scope_id",
                table: "suppressions",
                columns: new[] { "workspace_id", "scope", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "suppressions");

            migrationBuilder.DropColumn(
                name: "sender",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "mail_needs",
                table: "automations");
        }
    }
}

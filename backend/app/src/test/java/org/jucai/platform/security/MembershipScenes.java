package org.jucai.platform.security;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jucai.platform.membership.Founded;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of enterprises, suppliers and people. */
final class MembershipScenes {

    private final Stage stage;
    private final Map<String, Supplier<Scene>> scenes;

    MembershipScenes(Stage stage, Map<String, Supplier<Scene>> scenes) {
        this.stage = stage;
        this.scenes = scenes;
    }

    void set() {
        enterprises();
        suppliers();
        people();
    }

    private void at(String operation, Supplier<Scene> scene) {
        scenes.put(operation, scene);
    }

    private void enterprises() {
        at("registerEnterprise", () -> Scene.with(body -> body.put("code", Founded.code("E"))));
        at("changeEnterprise", () -> Scene.at("enterpriseId", stage.another().party()).putting(body -> {
            body.putNull("uscc");
            body.put("usccOverrideReason", "测试企业没有代码");
        }));
        at("applyEnterprise", () -> {
            UUID left = stage.another().party();
            stage.does(stage.secretariat(), "/api/enterprises/" + left + "/leave", stage.example("leaveEnterprise"));
            return Scene.at("enterpriseId", left);
        });
        at("admitEnterprise", () -> Scene.at("enterpriseId", stage.applicant()));
        at("suspendEnterprise", () -> Scene.at("enterpriseId", stage.another().party()));
        at("leaveEnterprise", () -> Scene.at("enterpriseId", stage.another().party()));
        at("reinstateEnterprise", () -> {
            UUID suspended = stage.another().party();
            stage.does(stage.secretariat(), "/api/enterprises/" + suspended + "/suspend", stage.example("suspendEnterprise"));
            return Scene.at("enterpriseId", suspended);
        });
        at("addDeliveryPoint", () -> Scene.at("enterpriseId", stage.another().party()));
        at("retireDeliveryPoint", () -> {
            UUID enterprise = stage.another().party();
            String point = stage.read(stage.secretariat(), "/api/enterprises/" + enterprise + "/delivery-points").path("items").get(0).path("id").asString();
            return new Scene(Map.of("enterpriseId", enterprise.toString(), "deliveryPointId", point), _ -> {}, null, null);
        });
    }

    private void suppliers() {
        at("registerSupplier", () -> Scene.with(body -> body.put("code", Founded.code("S"))));
        at("changeSupplier", () -> Scene.at("supplierId", stage.supplier()).putting(body -> {
            body.putNull("uscc");
            body.put("usccOverrideReason", "测试企业没有代码");
        }));
        at("admitSupplier", () -> Scene.at("supplierId", stage.supplier()));
        at("leaveSupplier", () -> Scene.at("supplierId", stage.supplier()));
        at("suspendSupplier", () -> Scene.at("supplierId", after("admit")));
        at("reinstateSupplier", () -> Scene.at("supplierId", after("admit", "suspend")));
        at("applySupplier", () -> Scene.at("supplierId", after("leave")));
        at("stateSupplierSize", () -> {
            Seller seller = seller();
            return Scene.at("supplierId", seller.supplier()).as(seller.admin());
        });
        for (String one : new String[] {"confirmSupplierSize", "refuseSupplierSize"}) {
            at(one, () -> {
                Seller seller = seller();
                String size = stage.does(seller.admin(), "/api/suppliers/" + seller.supplier() + "/sizes", stage.example("stateSupplierSize")).path("id").asString();
                return new Scene(Map.of("supplierId", seller.supplier().toString(), "sizeId", size), _ -> {}, null, null);
            });
        }
        at("recordConnectedParty", () -> Scene.with(body -> {
            body.put("partyAId", stage.another().party().toString());
            body.put("partyBId", stage.supplier().toString());
        }));
    }

    private record Seller(UUID supplier, Visitor admin) {}

    private Seller seller() {
        UUID supplier = stage.supplier();
        UUID person = stage.made(stage.secretariat(), "addPerson", body -> body.put("account", Founded.account()).put("phone", Founded.phone())
                .put("partyId", supplier.toString()).putArray("roles").add("SUPPLIER_ADMIN"));
        return new Seller(supplier, stage.signedInAgain(person));
    }

    private UUID after(String... commands) {
        UUID supplier = stage.supplier();
        for (String command : commands) stage.does(stage.secretariat(), "/api/suppliers/" + supplier + "/" + command, stage.example(command + "Supplier"));
        return supplier;
    }

    private void people() {
        at("addPerson", () -> Scene.with(body -> body.put("partyId", stage.buyer().party().toString()).put("phone", Founded.phone())).as(stage.member()));
        at("invitePerson", () -> Scene.with(body -> body.put("partyId", stage.buyer().party().toString())).as(stage.member()));
        at("changePersonRoles", () -> {
            UUID party = stage.buyer().party();
            UUID person = stage.colleague();
            return Scene.at("personId", person).putting(body -> body.put("partyId", party.toString())).inVersion(
                    stage.read(stage.member(), "/api/people?partyId=" + party).path("items").valueStream()
                            .filter(one -> one.path("personId").asString(one.path("id").asString("")).equals(person.toString())).findFirst().orElseThrow()).as(stage.member());
        });
        at("deactivatePerson", () -> Scene.at("personId", stage.colleague()).as(stage.member()));
        for (String one : new String[] {"getInvitation", "acceptInvitation"}) {
            at(one, () -> {
                stage.does(stage.secretariat(), "/api/invitations", ((ObjectNode) stage.example("invitePerson"))
                        .put("partyId", stage.applicant().toString()).put("phone", Founded.phone()));
                return Scene.at("token", stage.texted("invitation")).putting(body -> body.put("account", Founded.account()));
            });
        }
        at("completePasswordReset", () -> {
            String account = stage.account(stage.another().person());
            stage.nobody().does("/api/password-resets", Map.of("accountOrPhone", account)).ok();
            return Scene.at("token", stage.texted("password-reset"));
        });
    }
}
